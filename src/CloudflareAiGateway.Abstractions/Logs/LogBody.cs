namespace CloudflareAiGateway;

/// <summary>A body as the log keeps it.</summary>
internal sealed class LogBody
{
    /// <summary>Makes a body.</summary>
    /// <param name="text">The body as text.</param>
    /// <param name="parsed">The body as plain .NET values when it is JSON; otherwise null.</param>
    /// <param name="contentType">The content type; null when not said.</param>
    public LogBody(string text, object? parsed, string? contentType)
    {
        Text = text;
        Parsed = parsed;
        ContentType = contentType;
    }

    /// <summary>The body as text.</summary>
    public string Text { get; }

    /// <summary>The body as plain .NET values when it is JSON (dictionaries, arrays, texts, numbers, flags); otherwise null.</summary>
    public object? Parsed { get; }

    /// <summary>The content type; null when not said.</summary>
    public string? ContentType { get; }
}
