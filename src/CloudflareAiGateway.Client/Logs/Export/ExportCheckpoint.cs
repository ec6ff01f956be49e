using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Everything that an export needs to go on.</summary>
internal sealed record ExportCheckpoint
{
    /// <summary>The version that this module writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of this shape.</summary>
    public int Version { get; init; }

    /// <summary>What is exported.</summary>
    public ExportIdentity? Export { get; init; }

    /// <summary>The end of the window.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The last time written; null without rows.</summary>
    public DateTimeOffset? LastTime { get; init; }

    /// <summary>The ids written at the last time.</summary>
    public IReadOnlyList<string>? IdsAtLastTime { get; init; }

    /// <summary>Rows written.</summary>
    public long Rows { get; init; }

    /// <summary>Requests sent.</summary>
    public long Calls { get; init; }

    /// <summary>Seconds taken.</summary>
    public double Seconds { get; init; }

    /// <summary>Rows that came twice.</summary>
    public long DuplicatesDropped { get; init; }

    /// <summary>When the first row's call came.</summary>
    public DateTimeOffset? FirstRow { get; init; }

    /// <summary>When the last row's call came.</summary>
    public DateTimeOffset? LastRow { get; init; }

    /// <summary>Rows that the server counted at the start.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>The partial file's length that belongs to this.</summary>
    public long Length { get; init; }

    /// <summary>Whether all rows are in the partial file, so that only finishing is left.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether the export may replace a finished file.</summary>
    public bool Overwrites { get; init; }
}
