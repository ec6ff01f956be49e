using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>A piece of a walk's time that is walked on its own, up to where the next piece begins.</summary>
internal sealed class LogSegment
{
    private readonly Queue<IReadOnlyList<AiGatewayLog>> _ready = new();
    private readonly TimeLine _line;
    private readonly int _pageSize;
    private IReadOnlyList<AiGatewayLog>? _waiting;
    private long? _firstMark;
    private long _seen;
    private bool _wasReopened;

    /// <summary>Begins a segment.</summary>
    /// <param name="walk">Walks it.</param>
    /// <param name="line">The marks of rows.</param>
    /// <param name="start">The mark where it begins.</param>
    /// <param name="pageSize">Rows on a page.</param>
    /// <param name="marksPerPage">How much time a page is likely to cover, until it has shown.</param>
    public LogSegment(LogWalk walk, TimeLine line, long start, int pageSize, double marksPerPage)
    {
        Walk = walk;
        Start = start;
        Frontier = start;
        MarksPerPage = marksPerPage;
        _line = line;
        _pageSize = pageSize;
    }

    /// <summary>Walks it.</summary>
    public LogWalk Walk { get; }

    /// <summary>The mark where it begins.</summary>
    public long Start { get; }

    /// <summary>Its first rows; null before they came.</summary>
    public SegmentSeam? Seam { get; private set; }

    /// <summary>How much time a page covers.</summary>
    public double MarksPerPage { get; private set; }

    /// <summary>The request that is under way; null when there is none.</summary>
    public Task<ResultPage<AiGatewayLog>>? UnderWay { get; set; }

    /// <summary>Whether it has come to the next segment, or to the end of all.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether it waits for the first rows of the next segment.</summary>
    public bool Waits => _waiting is not null;

    /// <summary>Rows that are its own, as far as is known.</summary>
    public long Known { get; private set; }

    /// <summary>Rows that can be given.</summary>
    public int Buffered { get; private set; }

    /// <summary>Whether a request can be sent.</summary>
    public bool CanAsk => UnderWay is null && !IsDone && !Waits && Walk.Next is not null;

    /// <summary>The mark that it has come to.</summary>
    public long Frontier { get; private set; }

    /// <summary>Takes the next rows to give.</summary>
    public bool TryTake(out IReadOnlyList<AiGatewayLog> rows)
    {
        if (!_ready.TryDequeue(out rows!))
        {
            return false;
        }

        Buffered -= rows.Count;
        return true;
    }

    /// <summary>Takes an answer. Its rows wait until they are passed on.</summary>
    public void Accept(ResultPage<AiGatewayLog> page)
    {
        IReadOnlyList<AiGatewayLog> rows = Walk.Accept(page);
        if (rows.Count == 0)
        {
            return;
        }

        if (Seam is null)
        {
            Seam = new SegmentSeam(rows, _line);
        }
        else
        {
            Seam.Add(rows);
        }

        Measure(rows);
        Known += rows.Count;
        _waiting = rows;
    }

    /// <summary>Makes the waiting rows ready as far as they are this segment's own, and finds out whether it is done.</summary>
    /// <param name="all">All segments.</param>
    /// <param name="next">The place of the one behind this one.</param>
    public void PassOn(IReadOnlyList<LogSegment> all, int next)
    {
        if (_waiting is not null)
        {
            PassOn(_waiting, all, next);
        }

        if (_waiting is not null || IsDone || Walk.Next is not null)
        {
            return;
        }

        // The end, but others behind have rows: then this one was told wrongly, or they are new.
        IsDone = next == all.Count || (_wasReopened && AllHaveSeams(all, next));
        if (!IsDone && AllHaveSeams(all, next))
        {
            _wasReopened = true;
            Walk.Reopen();
        }
    }

    private static bool AllHaveSeams(IReadOnlyList<LogSegment> all, int next)
    {
        while (next < all.Count && all[next].Seam is not null)
        {
            next++;
        }

        return next == all.Count;
    }

    private void PassOn(IReadOnlyList<AiGatewayLog> rows, IReadOnlyList<LogSegment> all, int next)
    {
        int own = 0;
        bool? isOwn = true;
        while (own < rows.Count && (isOwn = IsOwn(rows[own], all, next)) is true)
        {
            own++;
        }

        if (own > 0)
        {
            _ready.Enqueue(own == rows.Count ? rows : Part(rows, 0, own));
            Buffered += own;
        }

        IsDone = isOwn is false;
        Known -= IsDone ? rows.Count - own : 0;
        _waiting = isOwn is null ? Part(rows, own, rows.Count) : null;
    }

    /// <summary>Whether a row is this segment's own and not one that a segment behind it gives. Null while that is not known.</summary>
    private bool? IsOwn(AiGatewayLog row, IReadOnlyList<LogSegment> all, int next)
    {
        long mark = _line.Mark(row);
        for (; next < all.Count && mark >= all[next].Start; next++)
        {
            if (all[next].Seam is not SegmentSeam seam)
            {
                return null;
            }

            if (seam.Meets(row))
            {
                return false;
            }

            // That segment may still come to it, if it shares the time of its first row.
            all[next].Walk.Know(row);
        }

        return true;
    }

    private void Measure(IReadOnlyList<AiGatewayLog> rows)
    {
        _firstMark ??= _line.Mark(rows[0]);
        _seen += rows.Count;
        Frontier = Math.Max(Frontier, _line.Mark(rows[^1]));
        MarksPerPage = Math.Max(1, (double)(_line.Mark(rows[^1]) - _firstMark.Value) * _pageSize / _seen);
    }

    private static AiGatewayLog[] Part(IReadOnlyList<AiGatewayLog> rows, int from, int until)
    {
        var part = new AiGatewayLog[until - from];
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = rows[from + i];
        }

        return part;
    }
}
