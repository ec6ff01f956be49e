using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What an update of a route would do, worked out but not sent.</summary>
internal sealed class RouteUpdatePlan
{
    /// <summary>Starts from a route.</summary>
    /// <param name="current">The route as it is, with its graph.</param>
    public RouteUpdatePlan(AiGatewayRoute current) => Current = current;

    /// <summary>The route as it is.</summary>
    public AiGatewayRoute Current { get; }

    /// <summary>The new name; null when it stays.</summary>
    public string? NewName { get; init; }

    /// <summary>The graph as it would be, completed with what only the service knows; null when it stays.</summary>
    public AiGatewayRouteElement[]? Elements { get; init; }

    /// <summary>How that graph differs from the one that is deployed.</summary>
    public IReadOnlyList<GatewayDifference> Differences { get; init; } = Array.Empty<GatewayDifference>();

    /// <summary>A version that has this graph already, left by an update that was not completed; null when one has to be made.</summary>
    public string? ExistingVersionId { get; init; }

    /// <summary>The newest version at the time of the plan, to tell a later one from it.</summary>
    public string? NewestVersionId { get; init; }

    /// <summary>Whether the graph is to serve calls.</summary>
    public bool Deploys { get; init; }

    /// <summary>Whether a version has to be made.</summary>
    public bool MakesVersion => Elements is not null && ExistingVersionId is null;

    /// <summary>Whether there is anything to do.</summary>
    public bool HasChanges => NewName is not null || MakesVersion || Deploys;

    /// <summary>The route as it would be, for <c>-WhatIf -PassThru</c>: a graph that is not deployed does not show in it.</summary>
    public AiGatewayRoute Preview => Current.With(NewName, Deploys ? Elements : null);
}
