namespace CloudflareAiGateway;

/// <summary>A part of a message: a text, a value or an image.</summary>
internal sealed class ChatPart
{
    /// <summary>The text; null for an image.</summary>
    public string? Text { get; init; }

    /// <summary>Plain values that are written as JSON, such as the result of a tool; null for anything else.</summary>
    public object? Value { get; init; }

    /// <summary>Whether it is an image.</summary>
    public bool IsImage => ImageUrl is not null || ImageData is not null;

    /// <summary>The image's address on the web; null for a text, and for an image that is sent along.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The image in base64; null for anything else.</summary>
    public string? ImageData { get; init; }

    /// <summary>The image's content type, such as <c>image/png</c>; null when it is not known.</summary>
    public string? MediaType { get; init; }
}
