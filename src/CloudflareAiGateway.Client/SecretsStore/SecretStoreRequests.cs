using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the operations on stores and on the account's quota of secrets.</summary>
internal static class SecretStoreRequests
{
    private const string Root = "/accounts/{account_id}/secrets_store";
    private const string Collection = Root + "/stores";
    private const string Item = Collection + "/{store_id}";

    /// <summary><c>secrets-store-quota</c>.</summary>
    public static ApiRequest Quota(string accountId) =>
        new ApiRequest(HttpMethod.Get, Root + "/quota", "secrets-store-quota", "read the quota of secrets") { Permission = PermissionNames.SecretsStore, Resource = ErrorSubject.Store }
            .With("account_id", accountId);

    /// <summary><c>secrets-store-list</c>, the oldest first, so that a new one shifts no page.</summary>
    public static ApiRequest List(string accountId, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "secrets-store-list", "list the Secrets Stores") { Permission = PermissionNames.SecretsStore, Resource = ErrorSubject.Store }
            .With("account_id", accountId)
            .Query("order", "created")
            .Query("direction", "asc")
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>secrets-store-get-store-by-id</c>.</summary>
    public static ApiRequest Get(string accountId, string storeId) =>
        new ApiRequest(HttpMethod.Get, Item, "secrets-store-get-store-by-id", $"read Secrets Store '{storeId}'") { Permission = PermissionNames.SecretsStore, Resource = ErrorSubject.Store }
            .With("account_id", accountId)
            .With("store_id", storeId);

    /// <summary><c>secrets-store-create</c>.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="name">The store's name, for messages.</param>
    /// <param name="body">An object; early 2026 it was an array of one.</param>
    public static ApiRequest Create(string accountId, string name, JsonNode? body) =>
        new ApiRequest(HttpMethod.Post, Collection, "secrets-store-create", $"create Secrets Store '{name}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.Store,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId);

    /// <summary><c>secrets-store-delete-by-id</c>.</summary>
    public static ApiRequest Delete(string accountId, string storeId, bool force) =>
        new ApiRequest(HttpMethod.Delete, Item, "secrets-store-delete-by-id", $"delete Secrets Store '{storeId}'") { Permission = PermissionNames.SecretsStoreEdit, Resource = ErrorSubject.Store }
            .With("account_id", accountId)
            .With("store_id", storeId)
            .Query("force", force ? "true" : null);
}
