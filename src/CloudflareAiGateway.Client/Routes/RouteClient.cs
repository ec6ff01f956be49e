using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Dynamic routes over the transport. Requests are in <see cref="RouteRequests"/>, answers in <see cref="RouteAnswer"/>.</summary>
internal sealed class RouteClient : IRouteClient
{
    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public RouteClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public int PageSize => 50;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayRoute>> ListAsync(RouteScope scope, int page, CallContext call)
    {
        ApiReply reply = await SendAsync(RouteRequests.List(scope, page, PageSize), call).ConfigureAwait(false);
        List<RouteDocument> documents = RouteAnswer.ReadList<RouteDocument>(reply, "routes", out int? size);
        return new ResultPage<AiGatewayRoute>(documents.ConvertAll(d => RouteReader.Route(d, scope)), page, size ?? PageSize, totalCount: null);
    }

    /// <inheritdoc/>
    public Task<AiGatewayRoute> GetAsync(RouteScope scope, string routeId, CallContext call) => GetAsync(scope, routeId, call, null);

    /// <inheritdoc/>
    public async Task<AiGatewayRoute> FindAsync(RouteScope scope, string name, bool withElements, CallContext call)
    {
        AiGatewayRoute found = await LookUpAsync(scope, name, call, null).ConfigureAwait(false);
        return withElements && found.Elements is null ? await GetAsync(scope, found.Id, call).ConfigureAwait(false) : found;
    }

    /// <inheritdoc/>
    public Task<AiGatewayRoute> CreateAsync(RouteScope scope, string name, IReadOnlyList<AiGatewayRouteElement> elements, CallContext call) =>
        new RouteCreation(_transport, this, scope, call).CreateAsync(name, elements);

    /// <inheritdoc/>
    public Task<RouteUpdatePlan> PlanUpdateAsync(RouteScope scope, AiGatewayRoute route, RouteWish wanted, CallContext call) =>
        new RoutePlanning(this, scope, call).PlanAsync(route, wanted);

    /// <inheritdoc/>
    public Task<AiGatewayRoute> ApplyUpdateAsync(RouteScope scope, RouteUpdatePlan plan, CallContext call) =>
        new RouteUpdate(_transport, this, scope, call).ApplyAsync(plan);

    /// <inheritdoc/>
    public Task<AiGatewayRoute> DeployAsync(RouteScope scope, AiGatewayRoute route, string versionId, CallContext call) =>
        new RouteUpdate(_transport, this, scope, call).DeployAsync(route, versionId);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AiGatewayRouteVersion>> ListVersionsAsync(RouteScope scope, AiGatewayRoute route, CallContext call) =>
        ListVersionsAsync(scope, route, call, null);

    /// <inheritdoc/>
    public Task<AiGatewayRouteVersion> GetVersionAsync(RouteScope scope, AiGatewayRoute route, string versionId, CallContext call) =>
        GetVersionAsync(scope, route, versionId, call, null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewayRouteDeployment>> ListDeploymentsAsync(RouteScope scope, AiGatewayRoute route, CallContext call)
    {
        List<RouteDeploymentDocument> documents = await ReadAllAsync<RouteDeploymentDocument>(
            page => RouteRequests.ListDeployments(scope, route, page), "deployments", d => d.DeploymentId, call, null).ConfigureAwait(false);

        // Stable: what has no time, or the same one, stays in the service's order.
        RouteDeploymentDocument[] ordered = [.. documents.OrderByDescending(d => d.CreatedAt)];
        return [.. ordered.Select((d, i) => RouteReader.Deployment(d, route, scope, isCurrent: i == 0))];
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(RouteScope scope, string routeId, CallContext call)
    {
        ApiReply reply = await SendAsync(RouteRequests.Delete(scope, routeId), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    /// <inheritdoc/>
    public object? ReadJson(string text) => RouteGraphJson.Read(text);

    /// <summary>Reads one route, and its graph wherever it is.</summary>
    internal async Task<AiGatewayRoute> GetAsync(RouteScope scope, string routeId, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await SendAsync(RouteRequests.Get(scope, routeId), call, budget).ConfigureAwait(false);
        AiGatewayRoute route = RouteReader.Route(RouteAnswer.ReadOne(reply), scope);
        if (route.Elements is not null || route.DeployedVersionId is not string version)
        {
            return route;
        }

        // Just after a deployment the service may not have put the graph into the route yet.
        AiGatewayRouteVersion deployed = await GetVersionAsync(scope, route, version, call, budget).ConfigureAwait(false);
        return route.With(elements: deployed.Elements);
    }

    /// <summary>Looks a route up by its name.</summary>
    /// <exception cref="AiGatewayException">NotFound, with the nearest name that is there.</exception>
    internal async Task<AiGatewayRoute> LookUpAsync(RouteScope scope, string name, CallContext call, CallBudget? budget)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int page = 1; ; page++)
        {
            ApiRequest request = RouteRequests.List(scope, page, PageSize);
            ApiReply reply = await SendAsync(request, call, budget).ConfigureAwait(false);
            List<RouteDocument> documents = RouteAnswer.ReadList<RouteDocument>(reply, "routes", out int? size);
            int known = seen.Count;
            foreach (RouteDocument document in documents)
            {
                if (document.Name == name)
                {
                    return RouteReader.Route(document, scope);
                }

                seen.Add(document.Id ?? string.Empty);
                names.Add(document.Name ?? string.Empty);
            }

            // A page that brings nothing new is the last one, too: the service may not know pages at all.
            if (documents.Count < (size ?? PageSize) || seen.Count == known)
            {
                throw RouteFailures.NoSuchName(request, scope, name, names);
            }
        }
    }

    /// <summary>A route's versions, the newest first.</summary>
    internal async Task<IReadOnlyList<AiGatewayRouteVersion>> ListVersionsAsync(RouteScope scope, AiGatewayRoute route, CallContext call, CallBudget? budget)
    {
        List<RouteVersionDocument> documents = await ReadAllAsync<RouteVersionDocument>(
            page => RouteRequests.ListVersions(scope, route, page), "versions", v => v.VersionId, call, budget).ConfigureAwait(false);
        return [.. documents.OrderByDescending(v => v.CreatedAt).Select(v => RouteReader.Version(v, route, scope))];
    }

    /// <summary>One version with its graph.</summary>
    internal async Task<AiGatewayRouteVersion> GetVersionAsync(RouteScope scope, AiGatewayRoute route, string versionId, CallContext call, CallBudget? budget)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(RouteRequests.GetVersion(scope, route, versionId), call, budget).ConfigureAwait(false);
        if (outcome.Error is not AiGatewayException failure)
        {
            return RouteReader.Version(RouteAnswer.ReadOne(outcome.Reply!), route, scope, versionId);
        }

        throw RouteFailures.OfVersion(failure, scope, route, versionId);
    }

    /// <summary>Sends a request and insists on success.</summary>
    internal async Task<ApiReply> SendAsync(ApiRequest request, CallContext call, CallBudget? budget = null)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(request, call, budget).ConfigureAwait(false);
        return outcome.Error is null ? outcome.Reply! : throw RouteFailures.Explain(outcome.Error);
    }

    /// <summary>The body that names a route.</summary>
    internal static JsonObject NameBody(string name) => new() { ["name"] = name };

    /// <summary>Reads a list that is documented without paging, page by page should it have some after all.</summary>
    private async Task<List<T>> ReadAllAsync<T>(Func<int, ApiRequest> request, string name, Func<T, string?> identity, CallContext call, CallBudget? budget)
    {
        var all = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int page = 1; ; page++)
        {
            ApiReply reply = await SendAsync(request(page), call, budget).ConfigureAwait(false);
            List<T> items = RouteAnswer.ReadList<T>(reply, name, out int? size);
            int known = all.Count;
            all.AddRange(items.Where(item => seen.Add(identity(item) ?? string.Empty)));
            if (items.Count == 0 || items.Count < (size ?? int.MaxValue) || all.Count == known)
            {
                return all;
            }
        }
    }
}
