using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What an emulator starts with, and returns to on a reset.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The id of the account that is there by default.</summary>
    public const string DefaultAccountId = "0123456789abcdef0123456789abcdef";

    /// <summary>The token that is there by default: owned by a user, with every permission.</summary>
    public const string DefaultToken = ConnectionOptions.EmulatorToken;

    /// <summary>The accounts.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts { get; init; } = [new EmulatorAccount { Id = DefaultAccountId }];

    /// <summary>The tokens.</summary>
    public IReadOnlyList<EmulatorToken> Tokens { get; init; } = [new EmulatorToken { Value = DefaultToken }];

    /// <summary>The clock of timestamps, quota, token expiry and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The file that keeps the resources between processes; null for memory only. Log rows are in memory only in any case.</summary>
    public string? StatePath { get; init; }

    /// <summary>The quota per token.</summary>
    public EmulatorQuota Quota { get; init; } = new();

    /// <summary>Choices between versions of the service.</summary>
    public EmulatorBehaviour Behaviour { get; init; } = new();
}
