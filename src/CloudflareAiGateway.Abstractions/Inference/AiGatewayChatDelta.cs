using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A piece of a streamed answer, written as soon as it came.</summary>
public sealed class AiGatewayChatDelta
{
    /// <summary>The piece of text; empty in pieces that bring something else.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>A piece of the model's reasoning; null when there is none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Which of several answers the piece belongs to, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Pieces of tool calls: id and name come once, arguments bit by bit.</summary>
    public IReadOnlyList<AiGatewayToolCall> ToolCalls { get; init; } = Array.Empty<AiGatewayToolCall>();

    /// <summary>Why the answer ended, in the last piece; as in <see cref="AiGatewayChatResult.FinishReason"/>.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The tokens so far, in the pieces that tell them; null in the others.</summary>
    public AiGatewayTokenUsage? Usage { get; init; }

    /// <summary>The model that answers.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>The provider that answers; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary>Why the automatic router chose that model; as in <see cref="AiGatewayChatResult.RoutingReason"/>.</summary>
    public string? RoutingReason { get; init; }

    /// <summary><c>HIT</c> or <c>MISS</c>; null when the gateway does not say.</summary>
    public string? CacheStatus { get; init; }

    /// <summary>The id of the call's log row; null when the call is not logged.</summary>
    public string? LogId { get; init; }

    /// <summary>The position of the step that answers, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
