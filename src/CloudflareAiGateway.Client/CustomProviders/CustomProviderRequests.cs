using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the custom provider operations: paths, permissions and repeat rules in one place.</summary>
internal static class CustomProviderRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/custom-providers";
    private const string Item = Collection + "/{id}";

    /// <summary>What the requests are about, as it stands in error ids.</summary>
    public const string Resource = "CustomProvider";


    /// <summary><c>aig-config-list-account-provider</c>.</summary>
    public static ApiRequest List(string accountId, string? search, bool? enable, bool? beta, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-account-provider", "list the custom providers") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .Query("search", search)
            .Query("enable", Flag(enable))
            .Query("beta", Flag(beta))
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-account-provider</c>.</summary>
    public static ApiRequest Get(string accountId, string id) =>
        new ApiRequest(HttpMethod.Get, Item, "aig-config-fetch-account-provider", $"read custom provider '{id}'") { Permission = PermissionNames.Read, Resource = Resource }
            .With("account_id", accountId)
            .With("id", id);

    /// <summary><c>aig-config-create-account-provider</c>.</summary>
    public static ApiRequest Create(string accountId, string slug, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-account-provider", $"create custom provider '{slug}'")
        {
            Permission = PermissionNames.Edit,
            Resource = Resource,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
            Secrets = secrets,
        }.With("account_id", accountId);

    /// <summary><c>aig-config-update-account-provider</c>.</summary>
    public static ApiRequest Patch(string accountId, string id, string slug, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Patch, Item, "aig-config-update-account-provider", $"change custom provider '{slug}'")
        {
            Permission = PermissionNames.Edit,
            Resource = Resource,
            Body = body,
            Secrets = secrets,
        }.With("account_id", accountId).With("id", id);

    /// <summary><c>aig-config-delete-account-provider</c>.</summary>
    public static ApiRequest Delete(string accountId, string id, string slug) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-account-provider", $"delete custom provider '{slug}'") { Permission = PermissionNames.Edit, Resource = Resource }
            .With("account_id", accountId)
            .With("id", id);

    private static string? Flag(bool? flag) => flag is bool value ? value ? "true" : "false" : null;
}
