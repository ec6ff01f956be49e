using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the log operations: paths, permissions and repeat rules in one place.</summary>
internal static class LogRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs";
    private const string Item = Collection + "/{id}";

    /// <summary><c>aig-config-list-gateway-logs</c>.</summary>
    public static ApiRequest List(LogQuery query, int page, int pageSize) =>
        Of(HttpMethod.Get, Collection, "aig-config-list-gateway-logs", $"list the logs of gateway '{query.Gateway}'", PermissionNames.Read, query.AccountId, query.Gateway)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture))
            .Query("order_by", WireSpelling.OfEnum(query.OrderBy))
            .Query("order_by_direction", query.Descending ? "desc" : "asc")
            .Query("search", query.Search)
            .Query("filters", LogFilterWriter.Write(query.Filters));

    /// <summary><c>aig-config-get-gateway-log-detail</c>.</summary>
    public static ApiRequest Get(string accountId, string gateway, string logId) =>
        Of(HttpMethod.Get, Item, "aig-config-get-gateway-log-detail", $"read log '{logId}' of gateway '{gateway}'", PermissionNames.Read, accountId, gateway).With("id", logId);

    /// <summary><c>aig-config-get-gateway-log-request</c>, <c>aig-config-get-gateway-log-response</c>.</summary>
    public static ApiRequest GetBody(string accountId, string gateway, string logId, LogPayload payload)
    {
        string part = payload is LogPayload.Request ? "request" : "response";
        return Of(HttpMethod.Get, $"{Item}/{part}", $"aig-config-get-gateway-log-{part}", $"read the {part} of log '{logId}'", PermissionNames.Read, accountId, gateway).With("id", logId);
    }

    /// <summary><c>aig-config-patch-gateway-log</c>.</summary>
    public static ApiRequest Patch(string accountId, string gateway, string logId, JsonObject body) =>
        new ApiRequest(HttpMethod.Patch, Item, "aig-config-patch-gateway-log", $"judge log '{logId}' of gateway '{gateway}'") { Permission = PermissionNames.Edit, Body = body }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("id", logId);

    /// <summary>
    /// <c>aig-config-delete-gateway-logs</c>. A delete by condition with a limit that was repeated after a lost answer would delete that
    /// many again; one that names its rows does the same whenever it comes.
    /// </summary>
    public static ApiRequest Delete(LogQuery query, int limit) =>
        new ApiRequest(HttpMethod.Delete, Collection, "aig-config-delete-gateway-logs", $"delete logs of gateway '{query.Gateway}'")
        {
            Permission = PermissionNames.Edit,
            Repeat = NamesItsRows(query) ? RepeatRule.Idempotent : RepeatRule.NeverRepeat,
        }
            .With("account_id", query.AccountId)
            .With("gateway_id", query.Gateway)
            .Query("limit", limit.ToString(CultureInfo.InvariantCulture))
            .Query("order_by", "created_at")
            .Query("order_by_direction", "asc")
            .Query("filters", LogFilterWriter.Write(query.Filters));

    private static ApiRequest Of(HttpMethod method, string template, string operationId, string purpose, string permission, string accountId, string gateway) =>
        new ApiRequest(method, template, operationId, purpose) { Permission = permission }.With("account_id", accountId).With("gateway_id", gateway);

    private static bool NamesItsRows(LogQuery query)
    {
        foreach (AiGatewayLogFilter filter in query.Filters)
        {
            if (filter is { Key: LogFilterKey.Id, Operator: LogFilterOperator.Eq })
            {
                return true;
            }
        }

        return false;
    }
}
