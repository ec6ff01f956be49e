using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A dynamic route of a gateway, with the graph that is deployed. Reading it again shows later changes; this object stays.</summary>
/// <remarks>Source: <c>aig-config-get-gateway-dynamic-route</c>, <c>aig-config-list-gateway-dynamic-routes</c>.</remarks>
public sealed class AiGatewayRoute
{
    /// <summary>The id that the service gave. Also shown as <c>RouteId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name, unique in its gateway.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What clients give as the model to call this route: <c>dynamic/</c> and the name.</summary>
    public string Model => "dynamic/" + Name;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The graph of the deployed version; null when the answer held none, as lists may.</summary>
    public AiGatewayRouteElement[]? Elements { get; init; }

    /// <summary>The version that serves calls; null when the answer did not say, or none does.</summary>
    public string? DeployedVersionId { get; init; }

    /// <summary>The deployment that made it so.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? DeployedAt { get; init; }

    /// <summary>Whether the service holds the deployed graph to be valid; null when it did not say.</summary>
    public bool? IsValid { get; init; }

    /// <summary>When the route was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The route's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>The same route with some of it replaced.</summary>
    internal AiGatewayRoute With(string? name = null, AiGatewayRouteElement[]? elements = null) => new()
    {
        Id = Id,
        Name = name ?? Name,
        AccountId = AccountId,
        GatewayId = GatewayId,
        Elements = elements ?? Elements,
        DeployedVersionId = DeployedVersionId,
        DeploymentId = DeploymentId,
        DeployedAt = DeployedAt,
        IsValid = IsValid,
        CreatedAt = CreatedAt,
        ModifiedAt = ModifiedAt,
        AdditionalProperties = AdditionalProperties,
    };
}
