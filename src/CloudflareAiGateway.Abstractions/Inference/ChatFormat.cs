namespace CloudflareAiGateway;

/// <summary>The form that an answer must have.</summary>
internal sealed class ChatFormat
{
    /// <summary>Whether the answer must be JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The JSON schema that it must meet, as plain values; null for any JSON.</summary>
    public object? Schema { get; init; }

    /// <summary>The schema's name.</summary>
    public string Name { get; init; } = "answer";

    /// <summary>Whether the provider must hold to the schema exactly; null for its own rule.</summary>
    public bool? Strict { get; init; }
}
