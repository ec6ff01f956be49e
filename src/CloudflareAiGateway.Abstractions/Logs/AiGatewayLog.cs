using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>One call through a gateway, as the log keeps it.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-logs</c>, <c>aig-config-get-gateway-log-detail</c>.</remarks>
public sealed class AiGatewayLog
{
    /// <summary>The row's id, an opaque text (a UUIDv7 since October 2026, a ULID before). Also shown as <c>LogId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the row belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway that the row belongs to.</summary>
    [NotOnWire]
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>When the call came.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The provider, such as <c>openai</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The kind of model, such as <c>chat</c>.</summary>
    public string? ModelType { get; init; }

    /// <summary>The path below the provider.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the provider answered with success.</summary>
    public bool? Success { get; init; }

    /// <summary>The status of the provider's answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the answer came from the cache.</summary>
    public bool? Cached { get; init; }

    /// <summary>Tokens sent; null when not known (yet).</summary>
    public long? TokensIn { get; init; }

    /// <summary>Tokens received; null when not known (yet).</summary>
    public long? TokensOut { get; init; }

    /// <summary>The estimated cost in US dollars; null when the model has no known price.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the cost was given by the caller or by a price rule.</summary>
    public bool? CustomCost { get; init; }

    /// <summary>How long the call took, in milliseconds.</summary>
    public long? Duration { get; init; }

    /// <summary>The caller's metadata: texts, numbers and flags by name; empty when there is none.</summary>
    public IReadOnlyDictionary<string, object?> Metadata { get; init; } = new Dictionary<string, object?>();

    /// <summary>The caller's event id.</summary>
    public string? EventId { get; init; }

    /// <summary>The rating: 1, -1, or null.</summary>
    public int? Feedback { get; init; }

    /// <summary>The quality score, 0 to 100, or null.</summary>
    public double? Score { get; init; }

    /// <summary>The kind of request.</summary>
    public string? RequestType { get; init; }

    /// <summary>The content type of the request.</summary>
    public string? RequestContentType { get; init; }

    /// <summary>The content type of the answer.</summary>
    public string? ResponseContentType { get; init; }

    /// <summary>The position in a chain of fallbacks or in a route, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>The beginning of the request body; only on a row that was asked for by its id.</summary>
    public string? RequestHead { get; init; }

    /// <summary>Whether <see cref="RequestHead"/> is the whole body.</summary>
    public bool? RequestHeadComplete { get; init; }

    /// <summary>The size of the request body in bytes.</summary>
    public long? RequestSize { get; init; }

    /// <summary>The beginning of the answer's body; only on a row that was asked for by its id.</summary>
    public string? ResponseHead { get; init; }

    /// <summary>Whether <see cref="ResponseHead"/> is the whole body.</summary>
    public bool? ResponseHeadComplete { get; init; }

    /// <summary>The size of the answer's body in bytes.</summary>
    public long? ResponseSize { get; init; }

    /// <summary>Members that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The row's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
