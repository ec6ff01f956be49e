using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>The requests about permission groups. They belong to API tokens, which the document of AI Gateway does not cover.</summary>
internal static class PermissionGroupRequests
{
    /// <summary><c>permission-groups-list-permission-groups</c>.</summary>
    public static ApiRequest ListForUser() =>
        new(HttpMethod.Get, "/user/tokens/permission_groups", "permission-groups-list-permission-groups", "list the permission groups")
        {
            Permission = PermissionNames.UserTokens,
        };

    /// <summary><c>account-api-tokens-list-permission-groups</c>.</summary>
    public static ApiRequest ListForAccount(string accountId) =>
        new ApiRequest(
            HttpMethod.Get, "/accounts/{account_id}/tokens/permission_groups", "account-api-tokens-list-permission-groups", "list the permission groups")
        {
            Permission = PermissionNames.AccountTokens,
        }.With("account_id", accountId);
}
