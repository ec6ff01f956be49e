namespace CloudflareAiGateway;

/// <summary>The format of exported rows.</summary>
public enum LogExportFormat
{
    /// <summary>One JSON object a line, with every member as the API gave it.</summary>
    Ndjson,

    /// <summary>Comma-separated values with a header, the known members as columns.</summary>
    Csv,
}
