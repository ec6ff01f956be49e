namespace CloudflareAiGateway.Client;

/// <summary>The members of a spending limit.</summary>
internal sealed class SpendingLimitConfigAnswer
{
    /// <summary>Cents.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The window.</summary>
    public SpendingLimitDuration? Duration { get; init; }

    /// <summary>How it is counted.</summary>
    public RateLimitingTechnique? Strategy { get; init; }
}
