using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A deployment of a route: from then on a version served calls, until the next deployment.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-route-deployments</c>.</remarks>
public sealed class AiGatewayRouteDeployment
{
    /// <summary>The deployment's id.</summary>
    public string DeploymentId { get; init; } = string.Empty;

    /// <summary>The version that it put to work.</summary>
    public string VersionId { get; init; } = string.Empty;

    /// <summary>When that was.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether no later deployment has taken its place.</summary>
    public bool IsCurrent { get; init; }

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

    /// <summary>The deployment's id.</summary>
    /// <returns><see cref="DeploymentId"/>.</returns>
    public override string ToString() => DeploymentId;
}
