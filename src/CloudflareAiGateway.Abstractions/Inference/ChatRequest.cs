using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A chat, in the same words for every provider.</summary>
internal sealed class ChatRequest
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>Where the call goes, and as what.</summary>
    public SurfaceChoice Choice { get; init; } = null!;

    /// <summary>What the call is paid and let in with.</summary>
    public CallCredentials Credentials { get; init; } = new();

    /// <summary>What it asks of the gateway.</summary>
    public CallOptions Options { get; init; } = new();

    /// <summary>What it asks of the automatic router.</summary>
    public AutoRouting Routing { get; init; } = new();

    /// <summary>The messages, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; init; } = Array.Empty<ChatMessage>();

    /// <summary>The prompt, which is the last message; null when there are messages only.</summary>
    public string? Prompt { get; init; }

    /// <summary>The most tokens that the answer may have.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How freely the model chooses its words.</summary>
    public double? Temperature { get; init; }

    /// <summary>The tools that the model may call.</summary>
    public IReadOnlyList<ChatTool> Tools { get; init; } = Array.Empty<ChatTool>();

    /// <summary>The form of the answer; null for text.</summary>
    public ChatFormat? Format { get; init; }

    /// <summary>Members that are merged into the body, as plain values.</summary>
    public IReadOnlyDictionary<string, object?>? Extra { get; init; }

    /// <summary>How long the answer may take; null for the connection's deadline.</summary>
    public TimeSpan? Timeout { get; init; }
}
