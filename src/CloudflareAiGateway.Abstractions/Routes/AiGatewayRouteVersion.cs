using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A version of a route: a graph that was saved. It serves calls only while it is deployed.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-route-versions</c>, <c>aig-config-get-gateway-dynamic-route-version</c>.</remarks>
public sealed class AiGatewayRouteVersion
{
    /// <summary>The version's id.</summary>
    public string VersionId { get; init; } = string.Empty;

    /// <summary>Whether this is the version that serves calls; null when the service did not say.</summary>
    public bool? Active { get; init; }

    /// <summary>Whether the service holds the graph to be valid; null when it did not say.</summary>
    public bool? IsValid { get; init; }

    /// <summary>When the version was saved.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The graph; null when the answer held none, as lists may.</summary>
    public AiGatewayRouteElement[]? Elements { get; init; }

    /// <summary>The route.</summary>
    public string RouteId { get; init; } = string.Empty;

    /// <summary>The route's name; empty when it was not known.</summary>
    public string RouteName { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The version's id.</summary>
    /// <returns><see cref="VersionId"/>.</returns>
    public override string ToString() => VersionId;
}
