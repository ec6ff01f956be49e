using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Dynamic routes of a gateway, their versions and deployments. Graphs are read in every shape that was documented or seen, and written
/// in the current one.
/// </summary>
internal interface IRouteClient
{
    /// <summary>How many routes a page holds.</summary>
    int PageSize { get; }

    /// <summary>One page of a gateway's routes (<c>aig-config-list-gateway-dynamic-routes</c>). Graphs may be missing.</summary>
    /// <param name="scope">Account and gateway.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayRoute>> ListAsync(RouteScope scope, int page, CallContext call);

    /// <summary>
    /// One route with its graph (<c>aig-config-get-gateway-dynamic-route</c>; when that has none,
    /// <c>aig-config-get-gateway-dynamic-route-version</c>).
    /// </summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task<AiGatewayRoute> GetAsync(RouteScope scope, string routeId, CallContext call);

    /// <summary>One route by its name: looked up in the list, as the API has no call for it; read again where the list has no graph.</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that name.</exception>
    Task<AiGatewayRoute> FindAsync(RouteScope scope, string name, bool withElements, CallContext call);

    /// <summary>
    /// Creates a route, whose graph is deployed at once (<c>aig-config-post-gateway-dynamic-route</c>). A failure that leaves it open
    /// whether the route was made is settled by reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another route of that name appeared meanwhile.</exception>
    Task<AiGatewayRoute> CreateAsync(RouteScope scope, string name, IReadOnlyList<AiGatewayRouteElement> elements, CallContext call);

    /// <summary>Works out what a new name and a new graph would change. Writes nothing.</summary>
    /// <param name="scope">Account and gateway.</param>
    /// <param name="route">The route with its graph.</param>
    /// <param name="wanted">What is wanted of it.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<RouteUpdatePlan> PlanUpdateAsync(RouteScope scope, AiGatewayRoute route, RouteWish wanted, CallContext call);

    /// <summary>
    /// Does what a plan says: renames (<c>aig-config-update-gateway-dynamic-route</c>), saves a version
    /// (<c>aig-config-post-gateway-dynamic-route-version</c>), deploys it.
    /// </summary>
    Task<AiGatewayRoute> ApplyUpdateAsync(RouteScope scope, RouteUpdatePlan plan, CallContext call);

    /// <summary>Deploys a version (<c>aig-config-post-gateway-dynamic-route-deployment</c>), and reads the route until it shows it.</summary>
    Task<AiGatewayRoute> DeployAsync(RouteScope scope, AiGatewayRoute route, string versionId, CallContext call);

    /// <summary>A route's versions, the newest first (<c>aig-config-list-gateway-dynamic-route-versions</c>). Graphs may be missing.</summary>
    Task<IReadOnlyList<AiGatewayRouteVersion>> ListVersionsAsync(RouteScope scope, AiGatewayRoute route, CallContext call);

    /// <summary>One version with its graph (<c>aig-config-get-gateway-dynamic-route-version</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when the route has none of that id.</exception>
    Task<AiGatewayRouteVersion> GetVersionAsync(RouteScope scope, AiGatewayRoute route, string versionId, CallContext call);

    /// <summary>A route's deployments, the newest first (<c>aig-config-list-gateway-dynamic-route-deployments</c>).</summary>
    Task<IReadOnlyList<AiGatewayRouteDeployment>> ListDeploymentsAsync(RouteScope scope, AiGatewayRoute route, CallContext call);

    /// <summary>Deletes a route with its versions (<c>aig-config-delete-gateway-dynamic-route</c>). Gone already on a retry is success.</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task DeleteAsync(RouteScope scope, string routeId, CallContext call);

    /// <summary>Reads JSON as dictionaries, lists and plain values; comments and trailing commas are let through. Sends nothing.</summary>
    /// <exception cref="AiGatewayException">Rejected: the text is not JSON; the message says where.</exception>
    object? ReadJson(string text);
}
