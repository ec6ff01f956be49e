using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The automatic top-up on the wire. Its later members are in camel case; the spelling of all others is understood as well.</summary>
internal sealed class AutoTopUpAnswer
{
    /// <summary>Cents.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Cents.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>Why it was switched off.</summary>
    [WireName("disabledReason")]
    public string? DisabledReason { get; init; }

    /// <summary>The same in the spelling of all other members.</summary>
    [WireName("disabled_reason")]
    public string? DisabledReasonInSnakeCase { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>A Unix time.</summary>
    [WireName("lastFailedAt")]
    public object? LastFailedAt { get; init; }

    /// <summary>The same in the spelling of all other members.</summary>
    [WireName("last_failed_at")]
    public object? LastFailedAtInSnakeCase { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
