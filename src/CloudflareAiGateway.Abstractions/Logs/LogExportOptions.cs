using System;

namespace CloudflareAiGateway;

/// <summary>What is exported, and where to.</summary>
internal sealed class LogExportOptions
{
    /// <summary>Which rows. Order and direction are the export's own: oldest first.</summary>
    public LogQuery Query { get; init; } = new();

    /// <summary>Sorts out what the API's filters let through too much; null when they are exact. Then the server's count is no measure.</summary>
    public Func<AiGatewayLog, bool>? IsWanted { get; init; }

    /// <summary>The full path of the file; gzip when it ends in <c>.gz</c>.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The format of the rows.</summary>
    public LogExportFormat Format { get; init; }

    /// <summary>Whether the bodies are exported, too: two more calls per row.</summary>
    public bool IncludePayload { get; init; }

    /// <summary>Whether an export that was interrupted goes on from its checkpoint.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether a finished file of that name is replaced.</summary>
    public bool Overwrite { get; init; }
}
