using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Figures over a group of log rows.</summary>
public sealed class AiGatewayLogMeasure
{
    /// <summary>The group: values by dimension; empty when nothing was grouped.</summary>
    public IReadOnlyDictionary<string, string> Group { get; init; } = new Dictionary<string, string>();

    /// <summary>The group in words, such as <c>openai / gpt-4o</c>.</summary>
    public string Name => Group.Count == 0 ? "(all)" : string.Join(" / ", Group.Values);

    /// <summary>Rows in the group.</summary>
    public long Count { get; init; }

    /// <summary>The share of rows that the cache answered, 0 to 1.</summary>
    public double CachedShare { get; init; }

    /// <summary>The share of rows that failed, 0 to 1.</summary>
    public double ErrorShare { get; init; }

    /// <summary>
    /// Rows without a known price that the cache did not answer: what they cost is not in any sum, so that a cost beside a number here is
    /// too small.
    /// </summary>
    public long Unpriced { get; init; }

    /// <summary>Figures by property.</summary>
    public IReadOnlyDictionary<string, AiGatewayLogStatistic> Statistics { get; init; } = new Dictionary<string, AiGatewayLogStatistic>();

    /// <summary>Group and count.</summary>
    /// <returns>Such as <c>openai / gpt-4o: 1200</c>.</returns>
    public override string ToString() => $"{Name}: {Count}";
}
