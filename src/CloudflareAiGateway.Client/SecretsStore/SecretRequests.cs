using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the operations on secrets.</summary>
internal static class SecretRequests
{
    private const string Collection = "/accounts/{account_id}/secrets_store/stores/{store_id}/secrets";
    private const string Item = Collection + "/{secret_id}";

    /// <summary><c>secrets-store-secrets-list</c>, the oldest first, so that a new one shifts no page.</summary>
    public static ApiRequest List(string accountId, string storeId, string? search, int page, int pageSize) =>
        Make(HttpMethod.Get, Collection, "secrets-store-secrets-list", "list the secrets", PermissionNames.SecretsStore, accountId, storeId)
            .Query("order", "created")
            .Query("direction", "asc")
            .Query("search", search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>secrets-store-get-by-id</c>.</summary>
    public static ApiRequest Get(string accountId, string storeId, string secretId) =>
        Make(HttpMethod.Get, Item, "secrets-store-get-by-id", $"read secret '{secretId}'", PermissionNames.SecretsStore, accountId, storeId)
            .With("secret_id", secretId);

    /// <summary><c>secrets-store-secret-create</c>: an array of one.</summary>
    public static ApiRequest Create(string accountId, string storeId, string name, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Post, Collection, "secrets-store-secret-create", $"create secret '{name}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.Secret,
            Repeat = RepeatRule.NamedCreate,
            Body = new JsonArray(body),
            Secrets = secrets ?? [],
        }.With("account_id", accountId).With("store_id", storeId);

    /// <summary><c>secrets-store-patch-by-id</c>.</summary>
    public static ApiRequest Patch(string accountId, string storeId, string secretId, JsonObject body, IReadOnlyList<SecureString> secrets) =>
        new ApiRequest(HttpMethod.Patch, Item, "secrets-store-patch-by-id", $"change secret '{secretId}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.Secret,
            Body = body,
            Secrets = secrets ?? [],
        }.With("account_id", accountId).With("store_id", storeId).With("secret_id", secretId);

    /// <summary><c>secrets-store-duplicate-by-id</c>.</summary>
    public static ApiRequest Duplicate(string accountId, string storeId, string secretId, string name, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Item + "/duplicate", "secrets-store-duplicate-by-id", $"copy secret '{secretId}' to '{name}'")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.Secret,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId).With("store_id", storeId).With("secret_id", secretId);

    /// <summary><c>secrets-store-secret-delete-by-id</c>.</summary>
    public static ApiRequest Delete(string accountId, string storeId, string secretId) =>
        Make(HttpMethod.Delete, Item, "secrets-store-secret-delete-by-id", $"delete secret '{secretId}'", PermissionNames.SecretsStoreEdit, accountId, storeId)
            .With("secret_id", secretId);

    /// <summary><c>secrets-store-delete-bulk</c>.</summary>
    public static ApiRequest DeleteMany(string accountId, string storeId, JsonObject body) =>
        new ApiRequest(HttpMethod.Delete, Collection, "secrets-store-delete-bulk", "delete secrets")
        {
            Permission = PermissionNames.SecretsStoreEdit,
            Resource = ErrorSubject.Secret,
            Body = body,
        }.With("account_id", accountId).With("store_id", storeId);

    private static ApiRequest Make(HttpMethod method, string template, string operationId, string purpose, string permission, string accountId, string storeId) =>
        new ApiRequest(method, template, operationId, purpose) { Permission = permission, Resource = ErrorSubject.Secret }
            .With("account_id", accountId)
            .With("store_id", storeId);
}
