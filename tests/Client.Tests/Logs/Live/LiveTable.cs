using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The rows of a log that changes, sorted by time; rows of one time stand in an order that means nothing but stays.</summary>
internal sealed class LiveTable(Random random, LiveTrouble trouble)
{
    private static readonly string[] s_providers = ["anthropic", "openai", "workers-ai"];

    private readonly List<AiGatewayLog> _rows = [];
    private DateTimeOffset _now = LiveLog.Start;
    private int _made;

    public IReadOnlyList<AiGatewayLog> Rows => _rows;

    /// <summary>The order in which rows of one time stand.</summary>
    public static uint Tie(AiGatewayLog row) => (uint)row.TokensIn!.Value * 2_654_435_761u;

    public void Fill(int rows, int longestBurst)
    {
        while (_rows.Count < rows)
        {
            AddNew(random.Next(1, longestBurst + 1));
        }
    }

    public void Change()
    {
        if (trouble.Inserts && random.Next(2) == 0)
        {
            AddNew(random.Next(1, 9));
        }

        if (trouble.LateRows && random.Next(3) == 0)
        {
            AddLate(random.Next(1, 4));
        }

        if (trouble.Deletes && _rows.Count > 0 && random.Next(3) == 0)
        {
            Delete();
        }

        if (trouble.Evicts && random.Next(3) == 0)
        {
            _rows.RemoveRange(0, Math.Min(_rows.Count, random.Next(1, 6)));
        }
    }

    public void AddNew(int burst)
    {
        _now += TimeSpan.FromMilliseconds(random.Next(1, 4));
        for (int i = 0; i < burst; i++)
        {
            Add(_now);
        }
    }

    private void AddLate(int count)
    {
        DateTimeOffset time = _rows.Count == 0 ? _now : _rows[random.Next(_rows.Count)].CreatedAt;
        time += random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.Next(-3, 4));
        for (int i = 0; i < count; i++)
        {
            Add(time < _now ? time : _now);
        }
    }

    private void Delete()
    {
        int count = random.Next(8) == 0 ? random.Next(1, 60) : 1;
        for (int times = random.Next(1, 5); times > 0 && _rows.Count > 0; times--)
        {
            int from = random.Next(_rows.Count);
            _rows.RemoveRange(from, Math.Min(count, _rows.Count - from));
        }
    }

    private void Add(DateTimeOffset time)
    {
        var row = new AiGatewayLog
        {
            Id = $"row-{_made:D6}",
            CreatedAt = trouble.FineTimes ? LogBounds.Floor(time).AddTicks(random.Next(8) * 1_250) : time,
            Provider = s_providers[_made * 7 % 3],
            Model = _made % 3 == 0 ? "a, \"b\"" : "gpt",
            Success = _made % 4 != 0,
            TokensIn = _made++,
            Cost = _made % 5 == 0 ? null : 0.0001m * _made,
            Metadata = new Dictionary<string, object?> { ["n"] = (long)_made },
        };
        int place = _rows.BinarySearch(row, s_order);
        _rows.Insert(place < 0 ? ~place : place, row);
    }

    /// <summary>The rows of a query, in its order.</summary>
    public List<AiGatewayLog> Find(LogQuery query)
    {
        var found = new List<AiGatewayLog>(_rows.Count);
        foreach (AiGatewayLog row in _rows)
        {
            if (Matches(row, query.Filters))
            {
                found.Add(row);
            }
        }

        if (query.OrderBy is not LogOrder.CreatedAt)
        {
            found = [.. found.OrderBy(row => query.OrderBy is LogOrder.Provider ? row.Provider : row.Model, StringComparer.Ordinal).ThenBy(Tie)];
        }

        if (query.Descending)
        {
            found.Reverse();
        }

        return found;
    }

    private static bool Matches(AiGatewayLog row, IReadOnlyList<AiGatewayLogFilter> filters)
    {
        foreach (AiGatewayLogFilter filter in filters)
        {
            var bound = (DateTimeOffset)filter.Value[0];
            if (filter.Operator is LogFilterOperator.Lt ? row.CreatedAt >= bound : row.CreatedAt <= bound)
            {
                return false;
            }
        }

        return true;
    }

    private static readonly Comparer<AiGatewayLog> s_order = Comparer<AiGatewayLog>.Create((x, y) =>
        x.CreatedAt != y.CreatedAt ? x.CreatedAt.CompareTo(y.CreatedAt) : Tie(x).CompareTo(Tie(y)));
}
