using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the operations on provider keys, which the API calls provider configs.</summary>
internal static class ProviderKeyRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/provider_configs";
    private const string Item = Collection + "/{id}";

    /// <summary><c>aig-config-list-providers</c>.</summary>
    public static ApiRequest List(string accountId, string gateway, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-providers", $"list the provider keys of gateway '{gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-create-providers</c>.</summary>
    public static ApiRequest Create(string accountId, string gateway, string secretName, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-providers", $"attach secret '{secretName}' to gateway '{gateway}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId).With("gateway_id", gateway);

    /// <summary><c>aig-config-update-providers</c>.</summary>
    public static ApiRequest Put(string accountId, string gateway, string keyId, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Put, Item, "aig-config-update-providers", $"replace provider key '{keyId}' of gateway '{gateway}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.ProviderKey,
            Body = body,
            Secrets = secrets ?? [],
        }.With("account_id", accountId).With("gateway_id", gateway).With("id", keyId);

    /// <summary><c>aig-config-delete-providers</c>.</summary>
    public static ApiRequest Delete(string accountId, string gateway, string keyId) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-providers", $"delete provider key '{keyId}' of gateway '{gateway}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.ProviderKey,
        }.With("account_id", accountId).With("gateway_id", gateway).With("id", keyId);
}
