using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The invoice that the current period will end with, as it stands now.</summary>
/// <remarks>Source: <c>aig-billing-get-invoice-preview</c>.</remarks>
public sealed class AiGatewayInvoicePreview
{
    /// <summary>The invoice's id, as far as it has one.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>What would have to be paid, in <see cref="Currency"/>.</summary>
    public decimal AmountDue { get; init; }

    /// <summary>What was paid of it.</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What would still have to be paid.</summary>
    public decimal AmountRemaining { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>The state as the service calls it; draft as long as the period lasts.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>When the period began.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>What the amount is made of.</summary>
    public AiGatewayInvoiceLine[] Lines { get; init; } = Array.Empty<AiGatewayInvoiceLine>();

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The preview in one line.</summary>
    /// <returns>Such as <c>12.00 USD, draft</c>.</returns>
    public override string ToString() => $"{Money.Text(AmountDue, Currency)}, {Status}";
}
