using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What an account used in one window of time.</summary>
/// <remarks>Source: <c>aig-billing-get-usage-history</c>.</remarks>
public sealed class AiGatewayBillingUsage
{
    /// <summary>The window's id.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>When the window began.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>What was used, in <see cref="Currency"/>, reading <see cref="AggregatedValue"/> as cents.</summary>
    public decimal Amount { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>The number as the service gave it. Its unit is not documented; other clients read it as cents, too.</summary>
    public decimal AggregatedValue { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The amount.</summary>
    /// <returns>Such as <c>0.37 USD</c>.</returns>
    public override string ToString() => Money.Text(Amount, Currency);
}
