using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Works out what an update of a route has to do, and what an earlier run of it has done already.</summary>
internal sealed class RoutePlanning
{
    private readonly RouteClient _client;
    private readonly RouteScope _scope;
    private readonly CallContext _call;

    /// <summary>Names the place.</summary>
    public RoutePlanning(RouteClient client, RouteScope scope, CallContext call)
    {
        _client = client;
        _scope = scope;
        _call = call;
    }

    /// <summary>Makes the plan.</summary>
    public async Task<RouteUpdatePlan> PlanAsync(AiGatewayRoute route, RouteWish wanted)
    {
        string? newName = wanted.Name == route.Name ? null : wanted.Name;
        if (wanted.Elements is not IReadOnlyList<AiGatewayRouteElement> elements)
        {
            return new RouteUpdatePlan(route) { NewName = newName };
        }

        AiGatewayRouteElement[] present = route.Elements ?? [];
        AiGatewayRouteElement[] completed = RouteGraphCompletion.Complete(elements, present);
        IReadOnlyList<GatewayDifference> differences = RouteGraphDifference.Find(present, completed);
        if (differences.Count == 0)
        {
            return new RouteUpdatePlan(route) { NewName = newName };
        }

        AiGatewayRouteVersion? newest = await NewestAsync(route).ConfigureAwait(false);
        bool isThere = newest is not null && newest.VersionId != route.DeployedVersionId && HasGraph(newest, elements);
        return new RouteUpdatePlan(route)
        {
            NewName = newName,
            Elements = completed,
            Differences = differences,
            NewestVersionId = newest?.VersionId,
            ExistingVersionId = isThere ? newest!.VersionId : null,
            Deploys = wanted.Publish,
        };
    }

    /// <summary>Whether a version has a graph.</summary>
    internal static bool HasGraph(AiGatewayRouteVersion version, IReadOnlyList<AiGatewayRouteElement> elements)
    {
        AiGatewayRouteElement[] present = version.Elements ?? [];
        return RouteGraphDifference.Find(present, RouteGraphCompletion.Complete(elements, present)).Count == 0;
    }

    /// <summary>The newest version with its graph; only of the newest one can an update that broke off have made.</summary>
    private async Task<AiGatewayRouteVersion?> NewestAsync(AiGatewayRoute route)
    {
        IReadOnlyList<AiGatewayRouteVersion> versions = await _client.ListVersionsAsync(_scope, route, _call).ConfigureAwait(false);
        if (versions.Count == 0 || versions[0].Elements is not null || versions[0].VersionId == route.DeployedVersionId)
        {
            return versions.Count == 0 ? null : versions[0];
        }

        return await _client.GetVersionAsync(_scope, route, versions[0].VersionId, _call).ConfigureAwait(false);
    }
}
