using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The credit on the wire.</summary>
internal sealed class CreditAnswer
{
    /// <summary>Cents.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Whether there is a card.</summary>
    public bool? HasDefaultPaymentMethod { get; init; }

    /// <summary>The card.</summary>
    public AiGatewayPaymentMethod? PaymentMethod { get; init; }

    /// <summary>The automatic top-up.</summary>
    public AutoTopUpAnswer? TopupConfig { get; init; }

    /// <summary>Whether credit was bought before.</summary>
    public bool? FirstTopupSuccess { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
