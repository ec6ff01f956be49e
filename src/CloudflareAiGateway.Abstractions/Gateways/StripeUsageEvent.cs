namespace CloudflareAiGateway;

/// <summary>One usage event that is reported to Stripe.</summary>
public sealed class StripeUsageEvent
{
    /// <summary>The event's payload, as the API wants it.</summary>
    public string Payload { get; set; } = string.Empty;

    /// <summary>The payload.</summary>
    /// <returns>The payload.</returns>
    public override string ToString() => Payload;
}
