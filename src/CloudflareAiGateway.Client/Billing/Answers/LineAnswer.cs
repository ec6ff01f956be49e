using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>A line of an invoice on the wire.</summary>
internal sealed class LineAnswer
{
    /// <summary>Cents.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Such as usd.</summary>
    public string? Currency { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The period.</summary>
    public PeriodAnswer? Period { get; init; }

    /// <summary>The price.</summary>
    public PricingAnswer? Pricing { get; init; }

    /// <summary>How many units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
