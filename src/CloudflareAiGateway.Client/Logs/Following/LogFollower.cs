using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Looks for new rows with one request where there are few: a look need not prove that it saw all, as the next one sees it, too.</summary>
internal sealed class LogFollower : ILogFollower
{
    private const int LooksPerDeepLook = 6;

    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_veryLate = TimeSpan.FromSeconds(60);

    private readonly LogPageSource _source;
    private readonly LogQuery _query;
    private readonly int _pageSize;
    private readonly FollowedRows _rows = new();
    private LogReader? _look;
    private bool _knowsOldRows;
    private int _looks;

    /// <summary>Begins to follow; nothing is sent yet.</summary>
    /// <param name="source">Fetches pages.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="pageSize">Rows on a page, 2 to 50.</param>
    public LogFollower(LogPageSource source, LogQuery query, int pageSize)
    {
        _source = source;
        _query = query;
        _pageSize = pageSize;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewayLog>> ReadAsync(CallContext call)
    {
        if (!_knowsOldRows)
        {
            await FindOldRowsAsync(call).ConfigureAwait(false);
            _knowsOldRows = true;
            return [];
        }

        _look ??= Begin();
        while (await _look.ReadAsync(call).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            var fresh = new List<AiGatewayLog>(rows.Count);
            foreach (AiGatewayLog row in rows)
            {
                if (_rows.Add(row))
                {
                    fresh.Add(row);
                }
            }

            if (fresh.Count > 0)
            {
                return fresh;
            }
        }

        End();
        return [];
    }

    /// <inheritdoc/>
    public void Dispose() => _look?.Dispose();

    /// <summary>Remembers the rows that are there already, as far back as looks go.</summary>
    private async Task FindOldRowsAsync(CallContext call)
    {
        using var reader = new LogReader(_source, _query.ByTime(descending: true), _pageSize, throttleLimit: 1, new LogWalkOptions());
        int count = 0;
        DateTimeOffset? oldest = null;
        while (count < FollowedRows.Capacity && await reader.ReadAsync(call).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            count += rows.Count;
            foreach (AiGatewayLog row in rows)
            {
                _rows.Add(row);
                oldest = row.CreatedAt < oldest || oldest is null ? row.CreatedAt : oldest;
            }

            if (oldest < _rows.Newest - s_veryLate)
            {
                break;
            }
        }

        if (oldest < _rows.Newest - s_veryLate)
        {
            _rows.Forget(_rows.Newest!.Value - s_veryLate);
        }
        else if (count >= FollowedRows.Capacity)
        {
            _rows.Forget(oldest!.Value + LogBounds.Step);
        }
    }

    private LogReader Begin()
    {
        LogQuery query = _query.ByTime(descending: false);
        if (_rows.Newest is DateTimeOffset newest)
        {
            // Most looks fit on a page. A filter by time leaves out its value, so it gets the step before.
            bool isDeep = ++_looks % LooksPerDeepLook == 0;
            DateTimeOffset from = Later(newest - (isDeep ? s_veryLate : s_late), isDeep ? null : _rows.TimeOf(Math.Max(1, _pageSize / 4)));
            query = query.Bound(LogFilterOperator.Gt, LogBounds.Floor(Later(from, _rows.Horizon)) - LogBounds.Step);
        }

        return new LogReader(_source, query, _pageSize, throttleLimit: 1, new LogWalkOptions { Glances = true });
    }

    private void End()
    {
        _look!.Dispose();
        _look = null;
        if (_rows.Newest is DateTimeOffset newest)
        {
            _rows.Forget(newest - s_veryLate - s_late);
        }

        _rows.Trim();
    }

    private static DateTimeOffset Later(DateTimeOffset time, DateTimeOffset? other) => other > time ? other.Value : time;
}
