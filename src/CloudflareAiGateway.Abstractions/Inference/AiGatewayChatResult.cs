using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The answer to a chat, in the same shape for every provider and surface.</summary>
public sealed class AiGatewayChatResult
{
    /// <summary>The prompt that was answered; null when only messages were given.</summary>
    public string? Prompt { get; init; }

    /// <summary>The answer's text; empty when the model only calls tools.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The text as objects when JSON was asked for, as ConvertFrom-Json would give them; otherwise, and when it is no JSON, null.</summary>
    /// <remarks>The client makes plain values; the command, which knows PowerShell's objects, replaces them.</remarks>
    public object? Content { get; internal set; }

    /// <summary>What the model says of its reasoning; null when it says nothing.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The model that answered, as the provider names it.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>The provider that answered; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary>Why the automatic router chose that model, such as <c>cost_optimal_within_pool</c>; null for a model that was named.</summary>
    public string? RoutingReason { get; init; }

    /// <summary>
    /// Why the answer ended, in OpenAI's words whoever answered: <c>stop</c>, <c>length</c> (cut at the limit of tokens), <c>tool_calls</c>,
    /// <c>content_filter</c>; another provider's other words in lower case.
    /// </summary>
    public string? FinishReason { get; init; }

    /// <summary>The tokens.</summary>
    public AiGatewayTokenUsage Usage { get; init; } = new();

    /// <summary>The tools that the model wants to be called.</summary>
    public IReadOnlyList<AiGatewayToolCall> ToolCalls { get; init; } = Array.Empty<AiGatewayToolCall>();

    /// <summary><c>HIT</c> or <c>MISS</c>; null when the gateway does not say.</summary>
    public string? CacheStatus { get; init; }

    /// <summary>The id of the call's log row; null when the call is not logged.</summary>
    public string? LogId { get; init; }

    /// <summary>The position of the step that answered, from 0, on routes and lists with fallbacks.</summary>
    public int? Step { get; init; }

    /// <summary>How long the call took here, from sending to the last byte.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The surface that was used.</summary>
    public InferenceSurface Surface { get; init; }

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway's own headers (<c>cf-aig-…</c>) by name: event id, routing, data loss prevention.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The answer's body as it came.</summary>
    public string Raw { get; init; } = string.Empty;

    /// <summary>The text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
