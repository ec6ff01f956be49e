using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the operations on dynamic routes: paths, permissions and repeat rules in one place.</summary>
internal static class RouteRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes";
    private const string Item = Collection + "/{id}";
    private const string Versions = Item + "/versions";
    private const string Deployments = Item + "/deployments";

    /// <summary><c>aig-config-list-gateway-dynamic-routes</c>.</summary>
    public static ApiRequest List(RouteScope scope, int page, int pageSize) =>
        Read(Collection, "aig-config-list-gateway-dynamic-routes", $"list the routes of gateway '{scope.Gateway}'", scope)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-get-gateway-dynamic-route</c>.</summary>
    public static ApiRequest Get(RouteScope scope, string routeId) =>
        Read(Item, "aig-config-get-gateway-dynamic-route", $"read route '{routeId}' of gateway '{scope.Gateway}'", scope).With("id", routeId);

    /// <summary><c>aig-config-post-gateway-dynamic-route</c>.</summary>
    public static ApiRequest Create(RouteScope scope, string name, JsonObject body) =>
        Write(HttpMethod.Post, Collection, "aig-config-post-gateway-dynamic-route", $"create route '{name}' in gateway '{scope.Gateway}'", scope, body);

    /// <summary><c>aig-config-update-gateway-dynamic-route</c>.</summary>
    public static ApiRequest Rename(RouteScope scope, AiGatewayRoute route, string newName, JsonObject body) =>
        Write(HttpMethod.Patch, Item, "aig-config-update-gateway-dynamic-route", $"rename route '{route.Name}' of gateway '{scope.Gateway}' to '{newName}'", scope, body)
            .With("id", route.Id);

    /// <summary><c>aig-config-delete-gateway-dynamic-route</c>.</summary>
    public static ApiRequest Delete(RouteScope scope, string routeId) =>
        Write(HttpMethod.Delete, Item, "aig-config-delete-gateway-dynamic-route", $"delete route '{routeId}' of gateway '{scope.Gateway}'", scope, null)
            .With("id", routeId);

    /// <summary><c>aig-config-list-gateway-dynamic-route-versions</c>. No paging is documented; a first page without the query is all, as a rule.</summary>
    public static ApiRequest ListVersions(RouteScope scope, AiGatewayRoute route, int page) =>
        Paged(Read(Versions, "aig-config-list-gateway-dynamic-route-versions", $"list the versions of route '{route.Name}'", scope).With("id", route.Id), page);

    /// <summary><c>aig-config-get-gateway-dynamic-route-version</c>.</summary>
    public static ApiRequest GetVersion(RouteScope scope, AiGatewayRoute route, string versionId) =>
        Read(Versions + "/{version_id}", "aig-config-get-gateway-dynamic-route-version", $"read version '{versionId}' of route '{route.Name}'", scope)
            .With("id", route.Id)
            .With("version_id", versionId);

    /// <summary>
    /// <c>aig-config-post-gateway-dynamic-route-version</c>. The service chooses the id, but what was saved can be told by its graph: an open
    /// outcome is settled by reading back.
    /// </summary>
    public static ApiRequest CreateVersion(RouteScope scope, AiGatewayRoute route, JsonObject body) =>
        Write(HttpMethod.Post, Versions, "aig-config-post-gateway-dynamic-route-version", $"save a version of route '{route.Name}'", scope, body).With("id", route.Id);

    /// <summary><c>aig-config-list-gateway-dynamic-route-deployments</c>.</summary>
    public static ApiRequest ListDeployments(RouteScope scope, AiGatewayRoute route, int page) =>
        Paged(Read(Deployments, "aig-config-list-gateway-dynamic-route-deployments", $"list the deployments of route '{route.Name}'", scope).With("id", route.Id), page);

    /// <summary><c>aig-config-post-gateway-dynamic-route-deployment</c>. What is deployed can be read back.</summary>
    public static ApiRequest CreateDeployment(RouteScope scope, AiGatewayRoute route, string versionId, JsonObject body) =>
        Write(HttpMethod.Post, Deployments, "aig-config-post-gateway-dynamic-route-deployment", $"deploy version '{versionId}' of route '{route.Name}'", scope, body)
            .With("id", route.Id);

    private static ApiRequest Read(string template, string operationId, string purpose, RouteScope scope) =>
        new ApiRequest(HttpMethod.Get, template, operationId, purpose) { Permission = PermissionNames.Read }
            .With("account_id", scope.AccountId)
            .With("gateway_id", scope.Gateway);

    private static ApiRequest Write(HttpMethod method, string template, string operationId, string purpose, RouteScope scope, JsonObject? body) =>
        new ApiRequest(method, template, operationId, purpose)
        {
            Permission = PermissionNames.Edit,
            Repeat = method == HttpMethod.Post ? RepeatRule.NamedCreate : RepeatRule.Idempotent,
            Body = body,
        }
            .With("account_id", scope.AccountId)
            .With("gateway_id", scope.Gateway);

    private static ApiRequest Paged(ApiRequest request, int page) =>
        page == 1 ? request : request.Query("page", page.ToString(CultureInfo.InvariantCulture));
}
