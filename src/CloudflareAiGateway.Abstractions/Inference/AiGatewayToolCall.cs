using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A tool that the model wants to be called.</summary>
public sealed class AiGatewayToolCall
{
    /// <summary>The call's id; the tool's result goes back under it as <c>ToolCallId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The tool.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The arguments as the model wrote them: JSON, most of the time.</summary>
    public string Arguments { get; init; } = string.Empty;

    /// <summary>The arguments by name; null when they are not a JSON object, as in a piece of a stream.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }

    /// <summary>Tool and arguments.</summary>
    /// <returns>Such as <c>weather({"city":"Bern"})</c>.</returns>
    public override string ToString() => $"{Name}({Arguments})";
}
