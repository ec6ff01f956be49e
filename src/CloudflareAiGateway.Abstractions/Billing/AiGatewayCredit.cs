using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The credit of an account, from which Unified Billing pays.</summary>
/// <remarks>Source: <c>aig-billing-get-credit-balance</c>.</remarks>
public sealed class AiGatewayCredit
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>What is left, in <see cref="Currency"/>.</summary>
    public decimal Balance { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>Whether there is a card that is charged unless told otherwise.</summary>
    public bool HasDefaultPaymentMethod { get; init; }

    /// <summary>That card; null when there is none, or when it is not shown.</summary>
    public AiGatewayPaymentMethod? PaymentMethod { get; init; }

    /// <summary>The automatic top-up.</summary>
    public AiGatewayAutoTopUp AutoTopUp { get; init; } = new();

    /// <summary>Whether credit was bought before; null when the service does not say.</summary>
    public bool? FirstTopUpSuccess { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The balance.</summary>
    /// <returns>Such as <c>42.00 USD</c>.</returns>
    public override string ToString() => Money.Text(Balance, Currency);
}
