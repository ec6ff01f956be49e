using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>A version inside a route or a list.</summary>
internal sealed class RouteVersionDocument
{
    /// <summary>The id.</summary>
    public string? VersionId { get; init; }

    /// <summary>Whether it is deployed: <c>"true"</c>, true or 1.</summary>
    public bool? Active { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The graph: a text, or a list.</summary>
    public object? Data { get; init; }

    /// <summary>The graph under the name that requests give it.</summary>
    public object? Elements { get; init; }

    /// <summary>Whether it is valid.</summary>
    public bool? IsValid { get; init; }

    /// <summary>Members that are newer.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
