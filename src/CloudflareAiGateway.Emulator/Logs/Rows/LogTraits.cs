namespace CloudflareAiGateway.Emulator;

/// <summary>The texts of a row that few rows have alone.</summary>
internal sealed record LogTraits
{
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    public string Provider { get; init; } = "openai";

    public string Model { get; init; } = "gpt-4o-mini";

    public string ModelType { get; init; } = string.Empty;

    public string Path { get; init; } = "chat/completions";

    public string RequestType { get; init; } = "chat";

    public string RequestContentType { get; init; } = Json;

    public string ResponseContentType { get; init; } = Json;

    /// <summary>Answered by no operation, but there is a filter for it; null for none.</summary>
    public string? DlpAction { get; init; }

    /// <summary>Answered by no operation, but there is a filter for it; null for none.</summary>
    public string? UserAgent { get; init; }
}
