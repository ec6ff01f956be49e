using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A top-up: credit that was bought, or is being bought.</summary>
/// <remarks>Source: <c>aig-billing-create-topup</c>, <c>aig-billing-check-topup-status</c>, <c>aig-billing-get-invoice-history</c>.</remarks>
public sealed class AiGatewayTopUp
{
    /// <summary>The payment's id, which is the id of its invoice.</summary>
    public string PaymentIntentId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>What was charged, in <see cref="Currency"/>; null when only the state was asked for.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>How far the payment is.</summary>
    public TopUpStatus Status { get; init; }

    /// <summary>Whether the bank may want a confirmation, which can be given in the dashboard only.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>The card that was charged; null when it is not known.</summary>
    public AiGatewayPaymentMethod? PaymentMethod { get; init; }

    /// <summary>When it was begun; null when it is not known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The top-up in one line.</summary>
    /// <returns>Such as <c>25.00 USD, Pending</c>.</returns>
    public override string ToString() => Amount is null ? $"{PaymentIntentId}, {Status}" : $"{Money.Text(Amount, Currency)}, {Status}";

    /// <summary>The same with another state.</summary>
    internal AiGatewayTopUp With(TopUpStatus status) => new()
    {
        PaymentIntentId = PaymentIntentId,
        AccountId = AccountId,
        Amount = Amount,
        Currency = Currency,
        Status = status,
        NeedsConfirmation = NeedsConfirmation && status != TopUpStatus.Completed,
        PaymentMethod = PaymentMethod,
        Created = Created,
        AdditionalProperties = AdditionalProperties,
    };
}
