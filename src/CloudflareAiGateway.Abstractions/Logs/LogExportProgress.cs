using System;

namespace CloudflareAiGateway;

/// <summary>How far an export is.</summary>
internal sealed class LogExportProgress
{
    /// <summary>Rows written so far, those of interrupted runs included.</summary>
    public long Rows { get; init; }

    /// <summary>Rows expected in all; null when the server did not say.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>Calls that are still needed at the least, for the expected rows.</summary>
    public long? CallsLeft { get; init; }

    /// <summary>How long that takes at the least under the API's quota.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Whether everything is written.</summary>
    public bool IsComplete { get; init; }
}
