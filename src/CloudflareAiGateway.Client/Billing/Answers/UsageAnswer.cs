using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The usage of one window on the wire.</summary>
internal sealed class UsageAnswer
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Cents, as far as is known.</summary>
    public decimal? AggregatedValue { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public object? StartTime { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public object? EndTime { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
