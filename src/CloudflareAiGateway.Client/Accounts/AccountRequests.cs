using System.Globalization;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>The requests about accounts and the token.</summary>
internal static class AccountRequests
{
    /// <summary><c>accounts-list-accounts</c>.</summary>
    public static ApiRequest List(string? name, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, "/accounts", "accounts-list-accounts", "list the accounts") { Permission = PermissionNames.Accounts }
            .Query("name", name)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>user-api-tokens-verify-token</c>.</summary>
    public static ApiRequest VerifyUserToken() =>
        new(HttpMethod.Get, "/user/tokens/verify", "user-api-tokens-verify-token", "verify the token");

    /// <summary><c>account-api-tokens-verify-token</c>.</summary>
    public static ApiRequest VerifyAccountToken(string accountId) =>
        new ApiRequest(HttpMethod.Get, "/accounts/{account_id}/tokens/verify", "account-api-tokens-verify-token", "verify the token")
            .With("account_id", accountId);
}
