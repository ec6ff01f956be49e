using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Answers questions about a <see cref="LiveTable"/>, not always rightly.</summary>
internal sealed class LiveAnswers(LiveTable table, LiveTrouble trouble, Random random)
{
    private readonly List<List<AiGatewayLog>> _given = [];
    private readonly Dictionary<string, int> _lies = [];
    private readonly int _countAtStart = table.Rows.Count;

    public static bool IsHidden(AiGatewayLog row) => row.TokensIn % 7 == 3;

    public bool BeganWhole { get; private set; }

    public ResultPage<AiGatewayLog> Answer(LogQuery query, int page, int pageSize, bool isHonest)
    {
        List<AiGatewayLog> all = table.Find(query);
        List<AiGatewayLog> items = [.. all.Skip((page - 1) * pageSize).Take(pageSize)];
        if (trouble.Hides && items.Exists(row => !IsHidden(row)))
        {
            items.RemoveAll(IsHidden);
        }

        string question = $"{string.Join(';', query.Filters.Select(filter => ((DateTimeOffset)filter.Value[0]).Ticks))} {query.Descending} {page} {pageSize}";
        int lies = _lies.GetValueOrDefault(question);
        if (!isHonest && lies < trouble.LiesInARow && random.Next(5) == 0)
        {
            _lies[question] = lies + 1;
            items = Spoil(items, isFirst: _given.Count == 0);
        }

        BeganWhole = _given.Count == 0 ? items.Count == pageSize : BeganWhole;
        _given.Add(items);
        return new ResultPage<AiGatewayLog>(items, page, pageSize, Total(all.Count, items.Count));
    }

    private List<AiGatewayLog> Spoil(List<AiGatewayLog> items, bool isFirst)
    {
        switch (random.Next(4))
        {
            case 0 when trouble.ShortPages && items.Count > 1:
                return items[..random.Next(1, items.Count)];

            // The row that the walk's window begins with is shown: what comes before it cannot be told from what came later.
            case 1 when trouble.Holes && items.Count > 2:
                return [.. items.Where((_, index) => (index == 0 && isFirst) || random.Next(3) > 0)];
            case 2 when trouble.Repeats && _given.Count > 0:
                return _given[Math.Max(0, _given.Count - random.Next(1, 5))];
            case 3 when trouble.EmptyPages:
                return [];
            default:
                return items;
        }
    }

    private long? Total(int count, int onPage) => !trouble.WrongTotals ? count : random.Next(7) switch
    {
        0 or 1 => null,
        2 => 0,
        3 => count + 100_001,
        4 => _countAtStart,
        5 => Math.Min(count, 100),
        _ => onPage,
    };
}
