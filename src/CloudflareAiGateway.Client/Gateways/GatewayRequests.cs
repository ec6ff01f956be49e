using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the gateway operations: paths, permissions and repeat rules in one place.</summary>
internal static class GatewayRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways";
    private const string Item = Collection + "/{id}";

    /// <summary><c>aig-config-list-gateway</c>.</summary>
    public static ApiRequest List(string accountId, string? search, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-gateway", "list the gateways") { Permission = PermissionNames.Read, Resource = ErrorSubject.Gateway }
            .With("account_id", accountId)
            .Query("search", search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-gateway</c>.</summary>
    public static ApiRequest Get(string accountId, string name) =>
        new ApiRequest(HttpMethod.Get, Item, "aig-config-fetch-gateway", $"read gateway '{name}'") { Permission = PermissionNames.Read, Resource = ErrorSubject.Gateway }
            .With("account_id", accountId)
            .With("id", name);

    /// <summary><c>aig-config-create-gateway</c>.</summary>
    public static ApiRequest Create(string accountId, string name, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-gateway", $"create gateway '{name}'")
        {
            Permission = PermissionNames.Edit,
            Resource = ErrorSubject.Gateway,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
            Secrets = secrets,
        }.With("account_id", accountId);

    /// <summary><c>aig-config-update-gateway</c>.</summary>
    public static ApiRequest Put(string accountId, string name, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Put, Item, "aig-config-update-gateway", $"update gateway '{name}'")
        {
            Permission = PermissionNames.Edit,
            Resource = ErrorSubject.Gateway,
            Body = body,
            Secrets = secrets,
        }.With("account_id", accountId).With("id", name);

    /// <summary><c>aig-config-delete-gateway</c>.</summary>
    public static ApiRequest Delete(string accountId, string name) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-gateway", $"delete gateway '{name}'") { Permission = PermissionNames.Edit, Resource = ErrorSubject.Gateway }
            .With("account_id", accountId)
            .With("id", name);
}
