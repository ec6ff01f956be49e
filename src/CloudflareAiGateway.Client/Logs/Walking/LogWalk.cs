using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Walks rows one page after the other, so that every row that is there from the walk's first answer to its last is given once, and no row
/// is given twice. Decides what to ask for and which rows of the answer are new; sends nothing itself.
/// </summary>
/// <remarks>
/// <para>
/// Why nothing is lost: each page shows a row that was read before. A page is a piece without holes of the service's order, so from that
/// row on it has everything that the service has. Should no row be known, because rows before it came or went, pages further up are read
/// until one is. Why nothing comes twice: every row that was given and can come again is remembered.
/// </para>
/// <para>
/// By time, the next page is asked for from the time of the last row on, so that what happens before that time moves nothing; page numbers
/// are used only where more rows than a page share a time. In other orders there is no such bound and page numbers do it alone. There all
/// this rests on the service keeping the order of equal rows from one request to the next, which it does not promise.
/// </para>
/// <para>
/// Answers may be wrong now and then. A page that ends early, or lacks rows in its middle and so ends early, is read twice; one with rows
/// from outside of what was asked for is dropped; the end is believed only on <see cref="EndEvidence"/>.
/// </para>
/// </remarks>
internal sealed class LogWalk
{
    // In an order without bounds a row can slide back by as many rows as come in before it between two requests.
    private const int RememberedPages = 64;

    private readonly LogWalkOptions _options;
    private readonly WalkWindow _window;
    private readonly PagePlace _place;
    private readonly KnownRows _known;
    private readonly Rereading _rereading = new();
    private readonly EndEvidence _evidence;
    private readonly WalkPatience _patience = new();
    private readonly PageJoint _joint;
    private bool _begun;
    private bool _ended;

    /// <summary>Begins a walk, or goes on with one.</summary>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="pageSize">The most rows on a page, 2 or more.</param>
    /// <param name="options">How to begin and to end.</param>
    public LogWalk(LogQuery query, int pageSize, LogWalkOptions options)
    {
        _options = options;
        _evidence = new EndEvidence(options.Distrusts);
        _window = new WalkWindow(query, options.HasEnd || options.Glances, options.Newest);
        _place = new PagePlace(pageSize, (int)Math.Clamp(options.Wanted ?? pageSize, 1, pageSize));
        _known = new KnownRows(_window.IsByTime ? null : RememberedPages * pageSize);
        _joint = new PageJoint(_window, _place, _known, _rereading, _evidence, _patience);
        if (options.Start is { } start)
        {
            _window.MoveTo(_window.Line.Mark(start.Time));
            foreach (string id in start.Ids)
            {
                _begun |= _known.Add(id, _window.Mark!.Value);
            }

            _place.Restart(_known.Count);
        }
    }

    /// <summary>The query, with the window's end once that is known.</summary>
    public LogQuery Query => _window.Query;

    /// <summary>Whether new rows cannot come in front of the window's end.</summary>
    public bool HasEnd => _window.HasEnd;

    /// <summary>Rows that came where they should not have, and were dropped.</summary>
    public long DuplicatesDropped { get; private set; }

    /// <summary>From where a later walk could go on; null before the first row.</summary>
    public KeysetPosition? Position => _window.Mark is long mark ? new KeysetPosition(_window.Line.Time(mark), _known.Ids) : null;

    /// <summary>What to ask for; null at the end.</summary>
    public LogRequest? Next =>
        _ended ? null
        : _begun && !_window.HasEnd ? _window.EndRequest
        : new LogRequest(_window.Bounded, _place.Choice.Page, _place.Choice.Size);

    /// <summary>Begins another walk through the same rows further on, with what is known about the service.</summary>
    /// <param name="mark">The mark where it begins.</param>
    public LogWalk From(long mark) => new(Query, _place.LargestSize, new LogWalkOptions
    {
        Start = new KeysetPosition(_window.Line.Time(mark), []),
        HasEnd = true,
        Newest = _window.Newest,
        Distrusts = _evidence.WasCaught,
    });

    /// <summary>Takes the answer to <see cref="Next"/>.</summary>
    /// <returns>Its new rows, in order; none does not mean the end.</returns>
    /// <exception cref="AiGatewayException">UnexpectedResponse: the answers make no sense together.</exception>
    public IReadOnlyList<AiGatewayLog> Accept(ResultPage<AiGatewayLog> page)
    {
        if (_begun && !_window.HasEnd)
        {
            _window.FindEnd(page, _known.Furthest);
            return [];
        }

        if (_window.IsForeign(page.Items))
        {
            DuplicatesDropped += page.Items.Count;
            _evidence.Catch();
            _patience.AddForeign();
            return [];
        }

        if (page.Size > 0 && page.Size < _place.Choice.Size)
        {
            _place.Shrink(page.Size);
        }

        PageContent content = PageContent.Of(page.Items, _known, _window);
        _place.See(content.Fresh.Count > 0 ? page.Items.Count : 0);
        if (!_joint.Joins(page.Items, content))
        {
            return [];
        }

        bool isShort = page.Items.Count < _place.Choice.Size;
        return isShort && !_rereading.WasShort ? Doubt(page, content.Fresh) : Settle(page, content.Fresh, isShort);
    }

    /// <summary>Goes on although there seemed to be an end: rows are known that should have come.</summary>
    public void Reopen()
    {
        _evidence.Catch();
        _ended = false;
    }

    /// <summary>Remembers a row that was given by somebody else, should it come here.</summary>
    public void Know(AiGatewayLog row) => _known.AddLoose(row.Id, _window.Line.Mark(row));

    /// <summary>Takes a page that ends early for the first time. It is read again before it is believed.</summary>
    private List<AiGatewayLog> Doubt(ResultPage<AiGatewayLog> page, List<AiGatewayLog> fresh)
    {
        if (_options.Glances && !IsRatherFull(page))
        {
            _ended = true;
            return Give(fresh);
        }

        if (!_begun && _options.ShowsFirstPage && fresh.Count > 0)
        {
            return ShowFirstPage(page, fresh);
        }

        _rereading.Hold(page.Items, fresh);
        if (fresh.Count == 0)
        {
            AddNothing(page);
        }

        return [];
    }

    /// <summary>Gives what there is, as somebody waits. It may lack rows: nothing is joined on to it before it was read again.</summary>
    private List<AiGatewayLog> ShowFirstPage(ResultPage<AiGatewayLog> page, List<AiGatewayLog> fresh)
    {
        if (_window.IsByTime)
        {
            _window.MoveTo(_window.Line.Mark(fresh[0]));
        }

        _rereading.BeginsAlike(page.Items);

        // From there on it is another question, so that one more answer is the second only if the count has nothing against it.
        if (CountAgrees(page))
        {
            _rereading.Hold([.. page.Items], []);
        }

        return Give(fresh, isFirm: false);
    }

    /// <summary>Takes a page that is full, or ended early twice.</summary>
    private List<AiGatewayLog> Settle(ResultPage<AiGatewayLog> page, List<AiGatewayLog> fresh, bool isShort)
    {
        long end = _window.EndOf(page.Items);
        if (isShort)
        {
            List<AiGatewayLog>? both = _rereading.Unite(page.Items, fresh, _window, out end);
            if (both is null)
            {
                _rereading.Hold(page.Items, fresh);
                AddBarren();
                return [];
            }

            fresh = both;
        }

        List<AiGatewayLog> rows = Give(fresh);
        _known.MakeFirm(page.Items);
        if (rows.Count > 0)
        {
            _patience.Renew();
            _evidence.AddNews(isShort);
            _place.AddNews();
        }
        else if (isShort)
        {
            AddNothing(page);
        }
        else
        {
            AddBarren();
        }

        GoOn(page.Items.Count, end);
        return rows;
    }

    private void GoOn(int rows, long end)
    {
        if (_window.IsByTime && end > (_window.Mark ?? long.MinValue))
        {
            _window.MoveTo(end);
            _evidence.Move();
            _known.KeepFrom(end);
            _place.Restart(_known.Count);
        }
        else
        {
            _place.GoOn(rows);
        }

        _rereading.Reset();
    }

    private List<AiGatewayLog> Give(List<AiGatewayLog> rows, bool isFirm = true)
    {
        DuplicatesDropped += rows.RemoveAll(row => !(isFirm ? _known.Add(row.Id, _window.Line.Mark(row)) : _known.AddLoose(row.Id, _window.Line.Mark(row))));
        _begun |= rows.Count > 0;
        return rows;
    }

    private void AddNothing(ResultPage<AiGatewayLog> page)
    {
        AddBarren();
        if (page.Items.Count > 0 && (!_place.IsFurthest || _window.IsBefore(page.Items[^1])))
        {
            return;
        }

        // Where there is more to ask for, that is asked for first. A page that is rather full may be one of many that are short for good.
        bool goesOn = _window.IsByTime && _window.EndOf(page.Items) > _window.Mark;
        _evidence.AddNothing(CountAgrees(page) && (goesOn || !IsRatherFull(page)) && !_window.EndsAfter(_known.Furthest));
        _ended = _evidence.IsEnough && !goesOn;
    }

    private bool IsRatherFull(ResultPage<AiGatewayLog> page) => page.Items.Count > _place.Choice.Size / 2;

    private void AddBarren() => _patience.AddBarren(_known.Count / _place.Choice.Size);

    private bool CountAgrees(ResultPage<AiGatewayLog> page) => page.TotalCount == _place.Offset + page.Items.Count;
}
