using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Walks oldest first by time instead of by page numbers: each request asks for rows from the last time on and skips what was given
/// at that time, so that evictions at the old end shift nothing.
/// </summary>
/// <remarks>
/// Only where more rows than a page share a time are page numbers needed, and there an eviction can move a row from a page to come
/// to a page that was read. So such pages are read once more from the last to the first: in that direction rows that move are seen
/// twice, never missed. After that the time is done, and the walk goes on strictly behind it.
/// </remarks>
internal sealed class KeysetWalk : ILogWalk
{
    private const int BarrenPages = 16;

    private readonly LogQuery _query;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private LogQuery _bounded;
    private DateTimeOffset? _time;
    private string? _firstBefore;
    private int _page = 1;
    private int _barren;
    private bool _askedAgain;
    private bool _sweeping;
    private bool _isStrict;
    private bool _ended;

    /// <summary>Begins a walk, or goes on with one.</summary>
    /// <param name="query">Which rows; ascending by time.</param>
    /// <param name="start">Where to go on; null for the beginning.</param>
    public KeysetWalk(LogQuery query, KeysetPosition? start = null)
    {
        _query = query;
        _bounded = query;
        if (start is not null)
        {
            _ids.UnionWith(start.Ids);
            _time = LogBounds.Floor(start.Time);
            Bound(isStrict: false);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Rows at the last time are asked for again on purpose and do not count.</remarks>
    public long DuplicatesDropped { get; private set; }

    /// <summary>How far the walk is; null before the first row.</summary>
    public KeysetPosition? Position => _time is DateTimeOffset time ? new KeysetPosition(time, _ids) : null;

    /// <inheritdoc/>
    public LogRequest? Next(int ahead = 0) => _ended || ahead > 0 ? null : new LogRequest(_bounded, _page);

    /// <inheritdoc/>
    public IReadOnlyList<AiGatewayLog> Accept(ResultPage<AiGatewayLog> page)
    {
        string? first = page.Items.Count > 0 ? page.Items[0].Id : null;
        bool isRepeated = first is not null && first == _firstBefore;
        _firstBefore = first;
        if (_sweeping)
        {
            return Sweep(page, isRepeated);
        }

        // Later rows on a page of a crowded time wait until that time is done: they are asked for again behind it.
        bool isCrowded = _page > 1 && !_isStrict;
        var fresh = Fresh(page.Items, isCrowded);
        bool isBehind = page.Items.Count == 0 || (_time is DateTimeOffset time && page.Latest() > time);
        if (isCrowded && isBehind)
        {
            StartSweep();
        }
        else if (page.Items.Count == 0)
        {
            _ended = true;
        }
        else if (fresh.Count == 0)
        {
            GoPast(page, isRepeated);
        }
        else
        {
            GoOn(page, isBehind || _time is null);
        }

        Remember(fresh);
        return fresh;
    }

    private void StartSweep()
    {
        _sweeping = true;
        _askedAgain = false;
        _page--;
    }

    private List<AiGatewayLog> Sweep(ResultPage<AiGatewayLog> page, bool isRepeated)
    {
        List<AiGatewayLog> fresh = Fresh(page.Items, onlyThisTime: true);
        Remember(fresh);
        if (isRepeated && !_askedAgain)
        {
            _askedAgain = true;
        }
        else if (--_page == 0)
        {
            Bound(isStrict: true);
        }
        else
        {
            _askedAgain = false;
        }

        return fresh;
    }

    /// <summary>Goes on after a page with nothing new.</summary>
    private void GoPast(ResultPage<AiGatewayLog> page, bool isRepeated)
    {
        // A full first page at one time is what comes when the page before ended in it; anything else may be a page given twice.
        bool isExpected = _page == 1 && !_isStrict && page.Items.Count >= page.Size && page.Items.All(row => LogBounds.Floor(row.CreatedAt) == _time);
        bool isAll = _page == 1 && (!isRepeated || _askedAgain) && IsAll(page);
        bool goesOn = isExpected || _askedAgain;
        _page += goesOn ? 1 : 0;
        _askedAgain = !goesOn;

        // On resuming in the midst of a crowded time, all that was given at that time has to be passed first.
        _ended = isAll || ++_barren >= BarrenPages + (2 * _ids.Count / Math.Max(1, page.Size));
    }

    private void GoOn(ResultPage<AiGatewayLog> page, bool isLater)
    {
        _barren = 0;
        _askedAgain = false;
        _ended = _page == 1 && IsAll(page);
        if (isLater)
        {
            _time = page.Latest();
            _ids.Clear();
            Bound(isStrict: false);
        }
        else
        {
            _page++;
        }
    }

    /// <summary>Whether a short page is all that the server counts under this bound; stale rows from before it prove nothing.</summary>
    private bool IsAll(ResultPage<AiGatewayLog> page) =>
        page.Items.Count < page.Size && page.TotalCount == page.Items.Count
        && !page.Items.Any(row => IsOutside(row) || (_isStrict && _ids.Contains(row.Id)));

    private bool IsOutside(AiGatewayLog row) => _time is DateTimeOffset time && LogBounds.Floor(row.CreatedAt) < time;

    private List<AiGatewayLog> Fresh(IReadOnlyList<AiGatewayLog> rows, bool onlyThisTime)
    {
        var fresh = new List<AiGatewayLog>(rows.Count);
        var onPage = new HashSet<string>(StringComparer.Ordinal);
        foreach (AiGatewayLog row in rows)
        {
            if (IsOutside(row) || !onPage.Add(row.Id))
            {
                DuplicatesDropped++;
            }
            else if (!_ids.Contains(row.Id) && !(onlyThisTime && LogBounds.Floor(row.CreatedAt) > _time))
            {
                fresh.Add(row);
            }
        }

        return fresh;
    }

    private void Remember(List<AiGatewayLog> rows) =>
        _ids.UnionWith(rows.Where(row => LogBounds.Floor(row.CreatedAt) == _time).Select(row => row.Id));

    private void Bound(bool isStrict)
    {
        _bounded = _query.Bound(LogFilterOperator.Gt, isStrict ? _time!.Value : _time!.Value - LogBounds.Step);
        _isStrict = isStrict;
        _sweeping = false;
        _askedAgain = false;
        _page = 1;
    }
}
