using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// The segments of a walk, in its order. Segments are cut off ahead as pages are wanted, a few pages apart by the density of rows seen so
/// far. However wrong that guess is, it costs speed, not rows: see <see cref="SegmentSeam"/>.
/// </summary>
internal sealed class SegmentList
{
    // Short segments at first, so that who reads little gets it soon; longer ones later, as half a page is lost between two.
    private const int ShortestSegment = 3;
    private const int FewestPages = 3;
    private const int LongestSegment = 12;

    // So much is kept for each request that may be under way: enough to go on while the first segment is slow.
    private const int PagesKeptAhead = 12;

    private readonly int _pageSize;
    private readonly int _limit;
    private readonly TimeLine _line;
    private readonly long? _wanted;
    private readonly List<LogSegment> _segments = [];
    private long _dropped;
    private int _pagesGiven;
    private int _pause;
    private long _known;

    /// <summary>Begins with a single segment.</summary>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="pageSize">Rows on a page.</param>
    /// <param name="limit">How many segments may be walked at once.</param>
    /// <param name="options">How the walk begins and ends.</param>
    public SegmentList(LogQuery query, int pageSize, int limit, LogWalkOptions options)
    {
        _pageSize = pageSize;
        _limit = query.OrderBy is LogOrder.CreatedAt ? limit : 1;
        _line = new TimeLine(query.Descending);
        _wanted = options.Wanted;
        _segments.Add(new LogSegment(new LogWalk(query, pageSize, options), _line, long.MinValue, pageSize, 1));
    }

    /// <summary>How many rows the service counts; only ever used to save requests.</summary>
    public long? TotalCount { get; set; }

    /// <summary>Rows that came where they should not have.</summary>
    public long DuplicatesDropped
    {
        get
        {
            long dropped = _dropped;
            foreach (LogSegment segment in _segments)
            {
                dropped += segment.Walk.DuplicatesDropped;
            }

            return dropped;
        }
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<LogSegment> All => _segments;

    /// <summary>The segment that the next rows come from; null at the end.</summary>
    public LogSegment? First => _segments.Count > 0 ? _segments[0] : null;

    /// <summary>The segment that the first one cannot go on without: itself, or the one whose first rows it waits for.</summary>
    public LogSegment Needed
    {
        get
        {
            bool waits = First!.Waits || First.Walk.Next is null;
            for (int i = 1; waits && i < _segments.Count; i++)
            {
                if (_segments[i].Seam is null)
                {
                    return _segments[i];
                }
            }

            return First;
        }
    }

    private long Known
    {
        get
        {
            long known = _known;
            foreach (LogSegment segment in _segments)
            {
                known += segment.Known;
            }

            return known;
        }
    }

    /// <summary>Takes the next rows to give.</summary>
    public bool TryTake(out IReadOnlyList<AiGatewayLog> rows)
    {
        while (First is LogSegment first)
        {
            if (first.TryTake(out rows))
            {
                _pagesGiven++;
                return true;
            }

            if (!first.IsDone)
            {
                return false;
            }

            Remove(0);
        }

        rows = [];
        return false;
    }

    /// <summary>Takes an answer.</summary>
    public void Accept(LogSegment segment, ResultPage<AiGatewayLog> page)
    {
        segment.Accept(page);
        _pause -= _pause > 0 ? 1 : 0;
        int index = _segments.IndexOf(segment);
        if (index > 0 && segment.Seam is null && (page.Items.Count == 0 || segment.Walk.Next is null))
        {
            // A guess beyond the last row: the segment before goes on alone, and finds the end as it would have.
            Remove(index--);
            _pause = PagesKeptAhead;
        }

        for (; index >= 0; index--)
        {
            _segments[index].PassOn(_segments, index + 1);
        }
    }

    /// <summary>Finds work for one more request.</summary>
    /// <returns>A segment that can send one, a new one if need be; null when there is nothing to do ahead.</returns>
    public LogSegment? FindWork()
    {
        if (Known >= _wanted)
        {
            return null;
        }

        int kept = 0;
        for (int i = 1; i < _segments.Count; i++)
        {
            kept += _segments[i].Buffered;
        }

        if (kept > PagesKeptAhead * _limit * _pageSize)
        {
            return First is { CanAsk: true } ? First : null;
        }

        foreach (LogSegment segment in _segments)
        {
            if (segment.CanAsk)
            {
                return segment;
            }
        }

        return CutOff();
    }

    /// <summary>Begins a segment behind the last one, or in the midst of the last one that has enough before it once all are begun.</summary>
    private LogSegment? CutOff()
    {
        if (_limit == 1 || _pause > 0 || First is not { Walk.HasEnd: true, Seam: not null } || _segments.Count > 2 * _limit)
        {
            return null;
        }

        double left = PagesLeft();
        for (int i = _segments.Count - 1; i >= 0; i--)
        {
            LogSegment segment = _segments[i];
            if (i < _segments.Count - 1)
            {
                left = PagesBefore(i + 1);
            }

            if (left >= FewestPages && !segment.IsDone && segment.Walk.Next is not null)
            {
                return CutOff(i, left);
            }
        }

        return null;
    }

    private LogSegment CutOff(int index, double left)
    {
        LogSegment segment = _segments[index];
        int longest = Math.Clamp(ShortestSegment + (_pagesGiven / 4), ShortestSegment, LongestSegment);
        long start = segment.Frontier + (long)(Math.Min(longest, left / 2) * segment.MarksPerPage) + 1;
        var cut = new LogSegment(segment.Walk.From(start), _line, start, _pageSize, segment.MarksPerPage);
        _segments.Insert(index + 1, cut);
        return cut;
    }

    /// <summary>How many pages the last segment has before it.</summary>
    private double PagesLeft()
    {
        // A count of zero beside rows is no count.
        double left = Math.Min(TotalCount is > 0 and long total ? total : double.PositiveInfinity, _wanted ?? double.PositiveInfinity);
        left = (left - Known) / _pageSize;
        for (int i = 1; i < _segments.Count && !double.IsInfinity(left); i++)
        {
            left -= PagesBefore(i);
        }

        return left;
    }

    /// <summary>How many pages the segment before one has before it.</summary>
    private double PagesBefore(int next)
    {
        LogSegment segment = _segments[next - 1];
        return segment.IsDone ? 0 : Math.Max(0, (_segments[next].Start - segment.Frontier) / segment.MarksPerPage);
    }

    private void Remove(int index)
    {
        _dropped += _segments[index].Walk.DuplicatesDropped;
        _known += _segments[index].Known;
        _segments.RemoveAt(index);
    }
}
