using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Gathers the figures of one group of rows.</summary>
internal sealed class GroupBuilder
{
    private readonly IReadOnlyDictionary<string, string> _group;
    private readonly Dictionary<string, StatisticBuilder> _statistics = new();
    private long _count;
    private long _cached;
    private long _failed;
    private long _unpriced;

    /// <summary>Begins a group.</summary>
    public GroupBuilder(IReadOnlyDictionary<string, string> group, IEnumerable<string> properties)
    {
        _group = group;
        foreach (string property in properties)
        {
            _statistics[property] = new StatisticBuilder();
        }
    }

    /// <summary>Takes a row.</summary>
    public void Add(AiGatewayLog row)
    {
        _count++;
        _cached += row.Cached == true ? 1 : 0;
        _failed += row.Success == false ? 1 : 0;

        // A failed call and a cached answer cost nothing; any other row without a price hides money.
        _unpriced += row.Cost is null && row.Cached != true && row.Success != false ? 1 : 0;
        foreach (KeyValuePair<string, StatisticBuilder> statistic in _statistics)
        {
            statistic.Value.Add(Value(row, statistic.Key));
        }
    }

    /// <summary>The figures so far.</summary>
    public AiGatewayLogMeasure Build()
    {
        var statistics = new Dictionary<string, AiGatewayLogStatistic>();
        foreach (KeyValuePair<string, StatisticBuilder> statistic in _statistics)
        {
            statistics[statistic.Key] = statistic.Value.Build();
        }

        return new AiGatewayLogMeasure
        {
            Group = _group,
            Count = _count,
            CachedShare = (double)_cached / _count,
            ErrorShare = (double)_failed / _count,
            Unpriced = _unpriced,
            Statistics = statistics,
        };
    }

    private static decimal? Value(AiGatewayLog row, string property) => property switch
    {
        "Cost" => row.Cost,
        "TokensIn" => row.TokensIn,
        "TokensOut" => row.TokensOut,
        _ => row.Duration,
    };
}
