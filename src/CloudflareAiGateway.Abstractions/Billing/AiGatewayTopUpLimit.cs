using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What may be topped up: least and greatest amount, and whether the account may at all.</summary>
/// <remarks>
/// The shape of both answers is not documented. Source: <c>aig-billing-get-topup-limits</c>, <c>aig-billing-topup-eligibility</c>.
/// </remarks>
public sealed class AiGatewayTopUpLimit
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The least amount of one top-up, in <see cref="Currency"/>.</summary>
    public decimal Minimum { get; init; } = BillingLimits.LeastTopUp;

    /// <summary>The greatest amount of one top-up; null when there is none, or when the service does not say.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>Whether the account may top up; null when the service does not say.</summary>
    public bool? Eligible { get; init; }

    /// <summary>Why it may not; null when it may, or when the service does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>Both answers' members that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The limits in one line.</summary>
    /// <returns>Such as <c>10.00 USD to 1000.00 USD</c>.</returns>
    public override string ToString() =>
        Maximum is null ? $"{Money.Text(Minimum, Currency)} or more" : $"{Money.Text(Minimum, Currency)} to {Money.Text(Maximum, Currency)}";
}
