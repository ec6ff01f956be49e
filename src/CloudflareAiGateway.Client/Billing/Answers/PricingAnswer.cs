namespace CloudflareAiGateway.Client;

/// <summary>The price of a unit on the wire.</summary>
internal sealed class PricingAnswer
{
    /// <summary>Cents, as a text.</summary>
    public decimal? UnitAmountDecimal { get; init; }
}
