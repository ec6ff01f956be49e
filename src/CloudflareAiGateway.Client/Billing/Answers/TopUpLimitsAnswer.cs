using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The limits of top-ups on the wire.</summary>
internal sealed class TopUpLimitsAnswer
{
    /// <summary>Such as usd.</summary>
    public string? Currency { get; init; }

    /// <summary>Cents.</summary>
    public decimal? MinCents { get; init; }

    /// <summary>Cents; null for none.</summary>
    public decimal? MaxCents { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
