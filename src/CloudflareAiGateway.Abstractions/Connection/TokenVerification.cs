using System;

namespace CloudflareAiGateway;

/// <summary>What the API says of the token.</summary>
/// <remarks>Source: <c>user-api-tokens-verify-token</c>, <c>account-api-tokens-verify-token</c>.</remarks>
internal sealed class TokenVerification
{
    /// <summary>The token's id (not the token).</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary><c>active</c>, <c>disabled</c> or <c>expired</c>.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>Until when the token is good; null when for ever.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>From when the token is good; null when it always was.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whose token it is: <c>User</c> or <c>Account</c>.</summary>
    [NotOnWire]
    public string Owner { get; init; } = string.Empty;
}
