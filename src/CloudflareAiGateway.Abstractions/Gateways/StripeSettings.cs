using System;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>Usage reporting to Stripe.</summary>
public sealed class StripeSettings
{
    /// <summary>The Stripe key. Never shown.</summary>
    public SecureString? Authorization { get; set; }

    /// <summary>What is reported.</summary>
    public StripeUsageEvent[] UsageEvents { get; set; } = Array.Empty<StripeUsageEvent>();

    /// <summary>The settings without the key.</summary>
    /// <returns>Such as <c>2 usage event(s)</c>.</returns>
    public override string ToString() => $"{UsageEvents.Length} usage event(s)";
}
