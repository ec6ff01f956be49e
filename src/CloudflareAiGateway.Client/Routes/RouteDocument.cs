using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>A route, or a version of one, as answers give it. Which members are there differs between operations and between versions of the API.</summary>
internal sealed class RouteDocument
{
    /// <summary>The route's id.</summary>
    public string? Id { get; init; }

    /// <summary>The route's name.</summary>
    public string? Name { get; init; }

    /// <summary>The gateway.</summary>
    public string? GatewayId { get; init; }

    /// <summary>The account.</summary>
    public string? AccountTag { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The graph: a list, or missing.</summary>
    public object? Elements { get; init; }

    /// <summary>What is deployed.</summary>
    public RouteDeploymentDocument? Deployment { get; init; }

    /// <summary>The version that is deployed.</summary>
    public RouteVersionDocument? Version { get; init; }

    /// <summary>The version's id, in answers about one version.</summary>
    public string? VersionId { get; init; }

    /// <summary>Whether that version is deployed.</summary>
    public bool? Active { get; init; }

    /// <summary>That version's graph: a text, or a list.</summary>
    public object? Data { get; init; }

    /// <summary>Whether that version is valid.</summary>
    public bool? IsValid { get; init; }

    /// <summary>Members that are newer.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
