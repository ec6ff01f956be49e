using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Counts what an export did, over all its runs.</summary>
internal sealed class ExportProgress
{
    private readonly TimeProvider _clock;
    private readonly long _started;
    private ExportCheckpoint _before;
    private long _rows;

    /// <summary>Begins to count.</summary>
    public ExportProgress(TimeProvider clock, ExportCheckpoint before)
    {
        _clock = clock;
        _started = clock.GetTimestamp();
        _before = before;
        _rows = before.Rows;
        FirstRow = before.FirstRow;
        LastRow = before.LastRow;
    }

    /// <summary>The requests of this run.</summary>
    public long Calls { get; set; }

    /// <summary>Rows written.</summary>
    public long Rows => _rows;

    /// <summary>When the first row's call came.</summary>
    public DateTimeOffset? FirstRow { get; private set; }

    /// <summary>When the last row's call came.</summary>
    public DateTimeOffset? LastRow { get; private set; }

    /// <summary>Seconds of all runs.</summary>
    public double Seconds => _before.Seconds + _clock.GetElapsedTime(_started).TotalSeconds;

    /// <summary>Goes on from a checkpoint, or from a new window.</summary>
    public void Start(ExportCheckpoint before)
    {
        _before = before;
        _rows = before.Rows;
        FirstRow = before.FirstRow;
        LastRow = before.LastRow;
    }

    /// <summary>Counts rows that are on the disk.</summary>
    public void Add(IReadOnlyList<AiGatewayLog> rows)
    {
        if (rows.Count > 0)
        {
            _rows += rows.Count;
            FirstRow ??= rows[0].CreatedAt;
            LastRow = rows[^1].CreatedAt;
        }
    }

    /// <summary>The counts as they are to be saved.</summary>
    /// <param name="duplicates">The duplicates of this run.</param>
    public ExportCheckpoint Save(long duplicates) => _before with
    {
        Rows = _rows,
        Calls = _before.Calls + Calls,
        Seconds = Seconds,
        DuplicatesDropped = _before.DuplicatesDropped + duplicates,
        FirstRow = FirstRow,
        LastRow = LastRow,
    };
}
