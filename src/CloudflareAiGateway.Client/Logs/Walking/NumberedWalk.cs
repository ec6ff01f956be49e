using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Walks by page numbers. Newest first, the first page freezes the window: all others are asked for below its first row's time, so
/// that new rows shift nothing, and evictions happen behind the walk's end.
/// </summary>
internal sealed class NumberedWalk : ILogWalk
{
    // A server that gives the same page for ever must not keep us for ever.
    private const int BarrenPages = 16;

    // With the window frozen, a row comes again only when late rows slip in below the bound (a row is completed seconds after its
    // call) or when a page is repeated: it then comes in the next few pages. To come from behind this memory, 64 pages' worth of late
    // rows would have to arrive between two requests. So the memory stays flat, for a million rows, too.
    private const int RememberedPages = 64;

    private readonly RecentIds _ids;
    private readonly bool _freezes;
    private LogQuery _query;
    private int _page = 1;
    private int _size;
    private long? _total;
    private long _seen;
    private int _barren;
    private bool _askedAgain;
    private bool _ended;

    /// <summary>Begins a walk.</summary>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="throttleLimit">How many pages may be under way at once.</param>
    public NumberedWalk(LogQuery query, int throttleLimit)
    {
        _query = query;
        _freezes = query.OrderBy is LogOrder.CreatedAt && query.Descending;

        // In other orders new rows come in anywhere, and nothing limits how far they shift the others.
        _ids = new RecentIds(_freezes ? RememberedPages + throttleLimit : null);
    }

    /// <inheritdoc/>
    public long DuplicatesDropped { get; private set; }

    /// <inheritdoc/>
    public LogRequest? Next(int ahead = 0)
    {
        if (_ended)
        {
            return null;
        }

        // The count is a hint: good enough to save calls past the end, never to end the walk.
        bool isLikely = ahead == 0 || (_size > 0 && (_total is not long total || (long)(_page + ahead - 1) * _size < total));
        return isLikely ? new LogRequest(_query, _page + ahead) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<AiGatewayLog> Accept(ResultPage<AiGatewayLog> page)
    {
        if (page.Items.Count == 0)
        {
            _ended = true;
            return page.Items;
        }

        IReadOnlyList<AiGatewayLog> fresh = _ids.Add(page.Items);
        DuplicatesDropped += page.Items.Count - fresh.Count;
        _seen += fresh.Count;
        _total = page.TotalCount;
        bool isFirst = _size == 0;
        Advance(page, fresh.Count);
        if (isFirst)
        {
            Freeze(page);
        }

        return fresh;
    }

    private void Freeze(ResultPage<AiGatewayLog> page)
    {
        _size = Math.Max(1, page.Size);
        if (!_freezes)
        {
            return;
        }

        _query = _query.Bound(LogFilterOperator.Lt, page.Latest() + LogBounds.Step);

        // On a short page the newest rows may be the ones that are missing. Then pages below the bound begin further down than this
        // one did, and only the first of them joins on without a hole.
        if (page.Items.Count < page.Size)
        {
            _page = 1;
            _askedAgain = true;
        }
    }

    private void Advance(ResultPage<AiGatewayLog> page, int fresh)
    {
        if (fresh == 0)
        {
            // Perhaps the page before was given once more: asking again tells.
            _page += _askedAgain ? 1 : 0;
            _askedAgain = !_askedAgain;
            _ended = ++_barren >= BarrenPages;
            return;
        }

        _barren = 0;
        _askedAgain = false;
        _page++;

        // A full page is no end even when the count says so: counts that are capped are capped at round numbers.
        _ended = page.Items.Count < page.Size && page.TotalCount == _seen && fresh == page.Items.Count;
    }
}
