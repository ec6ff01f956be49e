using System;

namespace CloudflareAiGateway;

/// <summary>
/// A connection: an account, the addresses, and a client that holds the token where nothing shows it. Immutable (an account that was not
/// named is filled in once, when it is found), and safe to use from several runspaces at once.
/// </summary>
public sealed class AiGatewayConnection
{
    private volatile string? _accountId;

    internal AiGatewayConnection(IAiGatewayClient client, ConnectionOptions options)
    {
        Client = client;
        BaseUri = options.BaseUri;
        GatewayBaseUri = options.GatewayBaseUri;
        Proxy = options.Proxy;
        TimeoutSec = (int)options.AttemptTimeout.TotalSeconds;
        DeadlineSec = (int)options.Deadline.TotalSeconds;
        MaximumRetryCount = options.MaximumRetryCount;
        IsEmulator = options.UseEmulator;
    }

    /// <summary>The account that commands use when they name none; null when it is not known yet.</summary>
    public string? AccountId
    {
        get => _accountId;
        init => _accountId = value;
    }

    /// <summary>The account's name, where the token may see it.</summary>
    public string? AccountName { get; init; }

    /// <summary>Where the token came from: <c>Parameter</c>, <c>Environment</c> or <c>Emulator</c>.</summary>
    public string TokenSource { get; init; } = string.Empty;

    /// <summary>The token's id, which is not the token; null when it was not verified.</summary>
    public string? TokenId { get; init; }

    /// <summary>Whose token it is: <c>User</c> or <c>Account</c>; null when it was not verified.</summary>
    public string? TokenOwner { get; init; }

    /// <summary>Until when the token is good; null when for ever, or not verified.</summary>
    public DateTimeOffset? TokenExpiresOn { get; init; }

    /// <summary>The management API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The gateway host.</summary>
    public Uri GatewayBaseUri { get; }

    /// <summary>The proxy that was given; null for the system's.</summary>
    public Uri? Proxy { get; }

    /// <summary>How long one attempt may take, in seconds.</summary>
    public int TimeoutSec { get; }

    /// <summary>How long a call may take with all its waits, in seconds.</summary>
    public int DeadlineSec { get; }

    /// <summary>How often a failed attempt is repeated.</summary>
    public int MaximumRetryCount { get; }

    /// <summary>Whether this talks to the emulator.</summary>
    public bool IsEmulator { get; }

    /// <summary>The client. Internal: it reaches the token.</summary>
    internal IAiGatewayClient Client { get; }

    /// <summary>Keeps the account that a connection from the environment found at its first use; an account once known stays.</summary>
    internal void RememberAccount(string accountId) => _accountId ??= accountId;

    /// <summary>Account and address, nothing secret.</summary>
    /// <returns>Such as <c>My account (0123…) at api.cloudflare.com</c>.</returns>
    public override string ToString() =>
        $"{AccountName ?? AccountId ?? "no account"} at {(IsEmulator ? "the emulator" : BaseUri.Authority)}";
}
