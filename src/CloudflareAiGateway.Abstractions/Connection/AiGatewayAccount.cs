using System;

namespace CloudflareAiGateway;

/// <summary>A Cloudflare account that the token can see.</summary>
/// <remarks>Source: <c>accounts-list-accounts</c>.</remarks>
public sealed class AiGatewayAccount
{
    /// <summary>The account id: 32 hexadecimal digits.</summary>
    [WireName("id")]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The account's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The kind of account, such as <c>standard</c> or <c>enterprise</c>; null when not said.</summary>
    public string? Type { get; init; }

    /// <summary>When the account was made; null when not said.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>The account's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
