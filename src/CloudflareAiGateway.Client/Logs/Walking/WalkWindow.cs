using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The time that a walk asks for: from the last row that it has on, up to where it ends.</summary>
internal sealed class WalkWindow
{
    private readonly TimeLine _line;
    private WindowEnd? _end;
    private long _endMark = long.MaxValue;
    private long? _newest;

    /// <summary>Begins with all that a query finds.</summary>
    /// <param name="query">Which rows.</param>
    /// <param name="hasEnd">Whether new rows cannot come in front of its end, so that none needs to be found.</param>
    /// <param name="newest">The time of its newest row; null when that is not known.</param>
    public WalkWindow(LogQuery query, bool hasEnd, DateTimeOffset? newest)
    {
        IsByTime = query.OrderBy is LogOrder.CreatedAt;
        bool isNewestFirst = IsByTime && query.Descending;
        _line = new TimeLine(isNewestFirst);
        _end = isNewestFirst || hasEnd ? null : new WindowEnd(query);
        _newest = newest is DateTimeOffset time ? _line.Mark(time) : null;
        Query = Bounded = query;
    }

    /// <summary>Whether rows come in the order of their time, so that the walk can ask from a time on.</summary>
    public bool IsByTime { get; }

    /// <summary>The marks of rows.</summary>
    public TimeLine Line => _line;

    /// <summary>The query, with its end once that is known.</summary>
    public LogQuery Query { get; private set; }

    /// <summary>The query from the mark on.</summary>
    public LogQuery Bounded { get; private set; }

    /// <summary>The mark from which on is asked; null for all.</summary>
    public long? Mark { get; private set; }

    /// <summary>The time of the newest row, if known.</summary>
    public DateTimeOffset? Newest => _newest is long mark ? _line.Time(mark) : null;

    /// <summary>Whether it has an end.</summary>
    public bool HasEnd => _end is null;

    /// <summary>What to ask to find the end.</summary>
    public LogRequest EndRequest => _end!.Request;

    /// <summary>Takes the answer to <see cref="EndRequest"/>.</summary>
    /// <param name="page">The answer.</param>
    /// <param name="known">The furthest mark that is known.</param>
    public void FindEnd(ResultPage<AiGatewayLog> page, long known)
    {
        if (_end!.Accept(page, _line.Time(known)))
        {
            _newest = _endMark = _line.Mark(_end.Newest!.Value);
            Query = Query.Bound(LogFilterOperator.Lt, _line.Time(_endMark) + LogBounds.Step);
            Bounded = Mark is long mark ? _line.From(Query, mark) : Query;
            _end = null;
        }
    }

    /// <summary>Asks from a mark on.</summary>
    public void MoveTo(long mark)
    {
        Mark = mark;
        Bounded = _line.From(Query, mark);
    }

    /// <summary>Whether rows are known to follow, unless they went away.</summary>
    /// <param name="furthest">The furthest mark that was read.</param>
    public bool EndsAfter(long furthest) => _newest > furthest;

    /// <summary>
    /// Whether a row is from just before the mark, so that it was given already: times may be finer than the milliseconds that are asked in.
    /// </summary>
    public bool IsBefore(AiGatewayLog row) => IsByTime && _line.Mark(row) < Mark;

    /// <summary>Whether a page has rows from outside, so that it answers another question.</summary>
    public bool IsForeign(IReadOnlyList<AiGatewayLog> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            long mark = _line.Mark(rows[i]);
            if (mark > _endMark || (IsByTime && mark < Mark - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mark of a page's last row; the least there is without rows.</summary>
    public long EndOf(IReadOnlyList<AiGatewayLog> rows) => rows.Count == 0 ? long.MinValue : _line.Mark(rows[^1]);
}
