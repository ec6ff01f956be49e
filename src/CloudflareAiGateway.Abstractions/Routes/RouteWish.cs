using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What a route is to become; what is null stays as it is.</summary>
internal sealed class RouteWish
{
    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>The new graph.</summary>
    public IReadOnlyList<AiGatewayRouteElement>? Elements { get; init; }

    /// <summary>Whether the new graph is to serve calls at once.</summary>
    public bool Publish { get; init; }
}
