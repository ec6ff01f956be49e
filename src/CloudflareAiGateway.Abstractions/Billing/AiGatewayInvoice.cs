using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>An invoice for credit. Its id is also the payment id of the top-up that it belongs to.</summary>
/// <remarks>Source: <c>aig-billing-get-invoice-history</c>.</remarks>
public sealed class AiGatewayInvoice
{
    /// <summary>The invoice's id; empty when the service gave none.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>What is to be paid in all, in <see cref="Currency"/>.</summary>
    public decimal AmountDue { get; init; }

    /// <summary>What was paid of it.</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What is still to be paid.</summary>
    public decimal AmountRemaining { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>The state as the service calls it: draft, open, paid, uncollectible or void.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>When it was made; null when the service does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>How it came about, in the service's words.</summary>
    public string? InvoiceOrigin { get; init; }

    /// <summary>Where its PDF is.</summary>
    public string? InvoicePdf { get; init; }

    /// <summary>How often the card was tried.</summary>
    public int? AttemptCount { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The invoice in one line.</summary>
    /// <returns>Such as <c>50.00 USD, paid</c>.</returns>
    public override string ToString() => $"{Money.Text(AmountDue, Currency)}, {Status}";
}
