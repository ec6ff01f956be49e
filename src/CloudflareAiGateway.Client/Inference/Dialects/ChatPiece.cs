using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>What an answer, or one event of a stream, brings, in the same words for every dialect.</summary>
internal sealed class ChatPiece
{
    /// <summary>Text.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Reasoning; null for none.</summary>
    public string? Reasoning { get; set; }

    /// <summary>Which of several answers it belongs to.</summary>
    public int Index { get; set; }

    /// <summary>Tool calls, or pieces of them.</summary>
    public List<AiGatewayToolCall> ToolCalls { get; } = [];

    /// <summary>Why the answer ended.</summary>
    public string? FinishReason { get; set; }

    /// <summary>The tokens.</summary>
    public AiGatewayTokenUsage? Usage { get; set; }

    /// <summary>The model.</summary>
    public string? Model { get; set; }

    /// <summary>What the provider says went wrong in the middle of a stream; null for nothing.</summary>
    public ApiError? Error { get; set; }

    /// <summary>Whether the provider says that this is the end.</summary>
    public bool IsEnd { get; set; }

    /// <summary>Whether a reader would miss it.</summary>
    public bool IsWorthWriting => Text.Length > 0 || Reasoning is not null || ToolCalls.Count > 0 || FinishReason is not null || Usage is not null;
}
