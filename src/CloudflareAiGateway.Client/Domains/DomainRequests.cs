using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the custom domain operations: paths, permissions and repeat rules in one place.</summary>
internal static class DomainRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/custom-domains";
    private const string Item = Collection + "/{hostname}";
    private const string Resource = "Domain";

    /// <summary><c>aig-config-list-custom-domain</c>.</summary>
    public static ApiRequest List(string accountId, string gateway, DomainStatus? status, string? search, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-custom-domain", $"list the domains of gateway '{gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .Query("status", status is DomainStatus wanted ? WireSpelling.OfEnum(wanted) : null)
            .Query("search", search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-custom-domain</c>.</summary>
    public static ApiRequest Get(string accountId, string gateway, string hostname) =>
        Of(HttpMethod.Get, "aig-config-fetch-custom-domain", $"read domain '{hostname}' of gateway '{gateway}'", PermissionNames.Read, accountId, gateway, hostname);

    /// <summary><c>aig-config-create-custom-domain</c>.</summary>
    public static ApiRequest Create(string accountId, string gateway, string hostname, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-custom-domain", $"add domain '{hostname}' to gateway '{gateway}'")
        {
            Permission = PermissionNames.Edit,
            Resource = Resource,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId).With("gateway_id", gateway);

    /// <summary><c>aig-config-delete-custom-domain</c>.</summary>
    public static ApiRequest Delete(string accountId, string gateway, string hostname) =>
        Of(HttpMethod.Delete, "aig-config-delete-custom-domain", $"remove domain '{hostname}' from gateway '{gateway}'", PermissionNames.Edit, accountId, gateway, hostname);

    private static ApiRequest Of(HttpMethod method, string operationId, string purpose, string permission, string accountId, string gateway, string hostname) =>
        new ApiRequest(method, Item, operationId, purpose) { Permission = permission, Resource = Resource }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("hostname", hostname);
}
