using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>One message of a chat.</summary>
internal sealed class ChatMessage
{
    /// <summary>The instructions of the whole chat.</summary>
    public const string System = "system";

    /// <summary>The person.</summary>
    public const string User = "user";

    /// <summary>The model.</summary>
    public const string Assistant = "assistant";

    /// <summary>The result of a tool.</summary>
    public const string Tool = "tool";

    /// <summary>The roles.</summary>
    public static readonly string[] Roles = { System, User, Assistant, Tool };

    /// <summary>Who speaks.</summary>
    public string Role { get; init; } = User;

    /// <summary>What is said.</summary>
    public IReadOnlyList<ChatPart> Parts { get; init; } = Array.Empty<ChatPart>();

    /// <summary>The tools that the model wanted to be called; of the assistant only.</summary>
    public IReadOnlyList<AiGatewayToolCall> ToolCalls { get; init; } = Array.Empty<AiGatewayToolCall>();

    /// <summary>The call that a tool's result answers; of a tool only.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>The tool that gave the result, which Google asks for; null when it is not known.</summary>
    public string? ToolName { get; init; }

    /// <summary>A message of one text.</summary>
    public static ChatMessage Of(string role, string text) => new() { Role = role, Parts = new[] { new ChatPart { Text = text } } };
}
