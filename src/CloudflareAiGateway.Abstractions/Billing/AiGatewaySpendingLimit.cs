using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The account-wide spending limit: an old feature, which can be read and removed. Spend rules of gateways take its place.</summary>
/// <remarks>Source: <c>aig-billing-get-spending-limit</c>.</remarks>
public sealed class AiGatewaySpendingLimit
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Whether the limit is applied.</summary>
    public bool Enabled { get; init; }

    /// <summary>How much may be spent in one window, in <see cref="Currency"/>; null when there is no limit.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>The window; null when there is no limit.</summary>
    public SpendingLimitDuration? Duration { get; init; }

    /// <summary>How the window is counted; null when there is no limit.</summary>
    public RateLimitingTechnique? Strategy { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The limit in one line.</summary>
    /// <returns>Such as <c>10.00 USD Monthly</c>, or <c>none</c>.</returns>
    public override string ToString() => Amount is null ? "none" : $"{Money.Text(Amount, Currency)} {Duration}{(Enabled ? string.Empty : " (off)")}";
}
