namespace CloudflareAiGateway.Emulator;

/// <summary>A request that the emulator got. Headers are not kept, so no token is.</summary>
public sealed class RecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The status that was answered; null while there is no answer, and when the connection was reset before it.</summary>
    public int? Status { get; init; }

    /// <summary>The body as text; null for none.</summary>
    public string? Body { get; init; }
}
