using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the evaluation operations: paths, permissions and repeat rules in one place.</summary>
internal static class EvaluationRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations";
    private const string Item = Collection + "/{id}";

    /// <summary><c>aig-config-list-evaluations</c>.</summary>
    public static ApiRequest List(EvaluationQuery query, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-evaluations", $"list the evaluations of gateway '{query.Gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", query.AccountId)
            .With("gateway_id", query.Gateway)
            .Query("name", query.Name)
            .Query("processed", query.Processed switch { true => "true", false => "false", _ => null })
            .Query("search", query.Search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-evaluations</c>.</summary>
    public static ApiRequest Get(string accountId, string gateway, string evaluationId) =>
        new ApiRequest(HttpMethod.Get, Item, "aig-config-fetch-evaluations", $"read evaluation '{evaluationId}' of gateway '{gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("id", evaluationId);

    /// <summary><c>aig-config-create-evaluations</c>.</summary>
    public static ApiRequest Create(string accountId, string gateway, string name, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-evaluations", $"create evaluation '{name}' in gateway '{gateway}'")
        {
            Permission = PermissionNames.Edit,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId).With("gateway_id", gateway);

    /// <summary><c>aig-config-delete-evaluations</c>.</summary>
    public static ApiRequest Delete(string accountId, string gateway, string evaluationId) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-evaluations", $"delete evaluation '{evaluationId}' of gateway '{gateway}'") { Permission = PermissionNames.Edit }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("id", evaluationId);

    /// <summary><c>aig-config-list-evaluators</c>.</summary>
    public static ApiRequest ListEvaluators(string accountId, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, "/accounts/{account_id}/ai-gateway/evaluation-types", "aig-config-list-evaluators", "list the evaluators") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));
}
