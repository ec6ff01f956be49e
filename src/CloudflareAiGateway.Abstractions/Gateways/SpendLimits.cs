using System;

namespace CloudflareAiGateway;

/// <summary>The spend limits of a gateway, 20 rules at most.</summary>
public sealed class SpendLimits
{
    /// <summary>Whether the rules are applied.</summary>
    public bool Enabled { get; set; }

    /// <summary>The rules.</summary>
    public SpendLimitRule[] Rules { get; set; } = Array.Empty<SpendLimitRule>();

    /// <summary>The limits in one line.</summary>
    /// <returns>Such as <c>25 USD per 86400 s</c>, or <c>off</c>.</returns>
    public override string ToString() => Enabled ? string.Join("; ", (object[])Rules) : "off";
}
