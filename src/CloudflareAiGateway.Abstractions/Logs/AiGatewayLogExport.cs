using System;

namespace CloudflareAiGateway;

/// <summary>What an export did.</summary>
public sealed class AiGatewayLogExport
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Rows in the file.</summary>
    public long Rows { get; init; }

    /// <summary>When the first row's call came; null without rows.</summary>
    public DateTimeOffset? FirstRow { get; init; }

    /// <summary>When the last row's call came; null without rows.</summary>
    public DateTimeOffset? LastRow { get; init; }

    /// <summary>The end of the exported time, frozen when the export began: rows from later are not in the file.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Rows that the server gave twice and that were written once.</summary>
    public long DuplicatesDropped { get; init; }

    /// <summary>
    /// Rows that the server counted at the start but did not give: evicted or deleted meanwhile, or miscounted. Null when it gave no count, or the export has not ended.
    /// </summary>
    public long? Gaps { get; init; }

    /// <summary>Requests sent, those of interrupted runs included.</summary>
    public long Calls { get; init; }

    /// <summary>Seconds taken, those of interrupted runs included.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether everything is in the file.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The file and its rows.</summary>
    /// <returns>Such as <c>120000 rows in logs.ndjson.gz</c>.</returns>
    public override string ToString() => $"{Rows} rows in {Path}";
}
