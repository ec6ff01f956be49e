using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What a token needs for a purpose, and where a person makes it. The module makes no tokens.</summary>
public sealed class AiGatewayTokenTemplate
{
    /// <summary>What the token is for.</summary>
    public TokenPurpose For { get; init; }

    /// <summary>The permissions, those without which nothing works first.</summary>
    public IReadOnlyList<AiGatewayTokenPermission> Permissions { get; init; } = Array.Empty<AiGatewayTokenPermission>();

    /// <summary>The page where a user makes a token of his own, with the required permissions filled in as far as links can. A text, as a Uri would show it unescaped.</summary>
    public string UserTokenUrl { get; init; } = string.Empty;

    /// <summary>The page where an administrator makes a token that belongs to the account.</summary>
    public string AccountTokenUrl { get; init; } = string.Empty;

    /// <summary>What to know before making it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = Array.Empty<string>();

    /// <summary>What the token is for.</summary>
    /// <returns><see cref="For"/>.</returns>
    public override string ToString() => For.ToString();
}
