using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A log that changes and misbehaves between requests, all from one seed.</summary>
internal sealed class LiveLog
{
    public static readonly DateTimeOffset Start = new(2026, 10, 8, 9, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly List<AiGatewayLog> _rows = [];
    private DateTimeOffset _now = Start;
    private int _made;
    private readonly HashSet<string> _glitches = [];
    private IReadOnlyList<AiGatewayLog> _last = [];
    private readonly Dictionary<int, IReadOnlyList<AiGatewayLog>> _answers = [];
    private bool _lastDescending;

    public LiveLog(int seed, int rows, int longestBurst)
    {
        _random = new Random(seed);
        while (_rows.Count < rows)
        {
            Add(_random.Next(1, longestBurst + 1));
        }
    }

    public bool Inserts { get; init; }

    public bool Evicts { get; init; }

    public bool HasWrongTotals { get; init; }

    public bool HasShortPages { get; init; }

    public bool Repeats { get; init; }

    public int Requests { get; private set; }

    public IReadOnlyList<string> Ids => [.. _rows.Select(row => row.Id)];

    public IReadOnlyList<AiGatewayLog> Rows => _rows;

    public Task<ResultPage<AiGatewayLog>> PageAsync(LogQuery query, int page, int pageSize, CallContext call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        Requests++;
        List<AiGatewayLog> all = [.. _rows.Where(row => query.Filters.All(filter => Matches(row, filter)))];
        if (query.Descending)
        {
            all.Reverse();
        }

        IReadOnlyList<AiGatewayLog> items = Page(all, page, pageSize);

        // A page comes wrongly once, not for ever: as the page before it, or as the answer before it.
        string asked = $"{string.Join(';', query.Filters.Select(filter => ((DateTimeOffset)filter.Value[0]).Ticks))} {page}";
        if (Repeats && _last.Count > 0 && _lastDescending == query.Descending && items.Count > 0 && _random.Next(6) == 0 && _glitches.Add(asked))
        {
            items = query.Descending && _answers.TryGetValue(page - 1, out IReadOnlyList<AiGatewayLog>? before) ? before : items;
            items = query.Descending ? items : _last;
        }

        _last = items;
        _answers[page] = items;
        _lastDescending = query.Descending;
        Change();
        return Task.FromResult(new ResultPage<AiGatewayLog>(items, page, pageSize, Total(all.Count)));
    }

    public static bool IsHidden(AiGatewayLog row) => row.TokensIn % 7 == 3;

    private static bool Matches(AiGatewayLog row, AiGatewayLogFilter filter) => filter.Operator is LogFilterOperator.Lt
        ? row.CreatedAt < (DateTimeOffset)filter.Value[0]
        : row.CreatedAt > (DateTimeOffset)filter.Value[0];

    // Short pages: the server drops rows after it counted out the page. No walk can see those, nor has to.
    private List<AiGatewayLog> Page(List<AiGatewayLog> all, int page, int pageSize)
    {
        List<AiGatewayLog> items = [.. all.Skip((page - 1) * pageSize).Take(pageSize)];
        List<AiGatewayLog> seen = [.. items.Where(row => !HasShortPages || !IsHidden(row))];
        return seen.Count > 0 ? seen : items;
    }

    // Wrong totals are odd numbers far above: one that happens to fit a short page cannot be told from a right one.
    private long? Total(int count) => !HasWrongTotals ? count : _random.Next(3) switch
    {
        0 => null,
        1 => count + 100_001,
        _ => 0,
    };

    private void Change()
    {
        if (Inserts && Requests < 300 && _random.Next(2) == 0)
        {
            Add(_random.Next(1, 9));
        }

        if (Evicts && _random.Next(2) == 0)
        {
            _rows.RemoveRange(0, Math.Min(_rows.Count, _random.Next(1, 6)));
        }
    }

    private void Add(int burst)
    {
        _now += TimeSpan.FromMilliseconds(_random.Next(1, 4));
        for (int i = 0; i < burst; i++)
        {
            _rows.Add(new AiGatewayLog
            {
                Id = $"row-{_made:D6}",
                CreatedAt = _now,
                Provider = "openai",
                Model = _made % 3 == 0 ? "a, \"b\"" : "gpt",
                TokensIn = _made++,
                Cost = _made % 5 == 0 ? null : 0.0001m * _made,
                Metadata = new Dictionary<string, object?> { ["n"] = (long)_made },
            });
        }
    }
}
