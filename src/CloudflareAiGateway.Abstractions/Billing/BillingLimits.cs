namespace CloudflareAiGateway;

/// <summary>The least amounts that the API takes, in US dollars (source: the request schemas of the billing operations).</summary>
internal static class BillingLimits
{
    /// <summary>Of a top-up, and of what an automatic one charges.</summary>
    public const decimal LeastTopUp = 10;

    /// <summary>Of the balance below which an automatic top-up charges.</summary>
    public const decimal LeastThreshold = 5;

    /// <summary>Of the account's spending limit.</summary>
    public const decimal LeastSpendingLimit = 1;
}
