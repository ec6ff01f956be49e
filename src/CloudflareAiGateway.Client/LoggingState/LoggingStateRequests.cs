using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the logging state.</summary>
internal static class LoggingStateRequests
{
    private const string Template = "/accounts/{account_id}/ai-gateway/logging-state";

    /// <summary><c>aig-config-get-logging-state</c>.</summary>
    public static ApiRequest Get(string accountId) =>
        new ApiRequest(HttpMethod.Get, Template, "aig-config-get-logging-state", "read where logs are kept") { Permission = PermissionNames.Read }
            .With("account_id", accountId);

    /// <summary><c>aig-config-patch-logging-state</c>. It has no body; sent twice, the second finds the work of the first.</summary>
    public static ApiRequest Move(string accountId) =>
        new ApiRequest(HttpMethod.Patch, Template, "aig-config-patch-logging-state", "move the account's logs to Workers Observability") { Permission = PermissionNames.Edit }
            .With("account_id", accountId);
}
