namespace CloudflareAiGateway;

/// <summary>A tool that the model may call.</summary>
internal sealed class ChatTool
{
    /// <summary>The tool's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it does, for the model.</summary>
    public string? Description { get; init; }

    /// <summary>The JSON schema of its arguments, as plain values; null for none.</summary>
    public object? Parameters { get; init; }
}
