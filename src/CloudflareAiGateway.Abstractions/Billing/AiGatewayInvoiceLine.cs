using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>One line of an invoice.</summary>
public sealed class AiGatewayInvoiceLine
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The line's amount, in <see cref="Currency"/>.</summary>
    public decimal Amount { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>How many units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What one unit costs, in <see cref="Currency"/>; null when the service does not say.</summary>
    public decimal? UnitAmount { get; init; }

    /// <summary>When the line's period began.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The line.</summary>
    /// <returns>Such as <c>AI Gateway usage: 12.00 USD</c>.</returns>
    public override string ToString() => $"{Description}: {Money.Text(Amount, Currency)}";
}
