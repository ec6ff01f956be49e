using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the dataset operations: paths, permissions and repeat rules in one place.</summary>
internal static class DatasetRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets";
    private const string Item = Collection + "/{id}";

    /// <summary><c>aig-config-list-dataset</c>.</summary>
    public static ApiRequest List(DatasetQuery query, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-dataset", $"list the datasets of gateway '{query.Gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", query.AccountId)
            .With("gateway_id", query.Gateway)
            .Query("name", query.Name)
            .Query("enable", query.Enable switch { true => "true", false => "false", _ => null })
            .Query("search", query.Search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-dataset</c>.</summary>
    public static ApiRequest Get(string accountId, string gateway, string datasetId) =>
        new ApiRequest(HttpMethod.Get, Item, "aig-config-fetch-dataset", $"read dataset '{datasetId}' of gateway '{gateway}'") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("id", datasetId);

    /// <summary><c>aig-config-create-dataset</c>.</summary>
    public static ApiRequest Create(string accountId, string gateway, string name, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-dataset", $"create dataset '{name}' in gateway '{gateway}'")
        {
            Permission = PermissionNames.Edit,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId).With("gateway_id", gateway);

    /// <summary><c>aig-config-update-dataset</c>.</summary>
    public static ApiRequest Put(string accountId, string gateway, string datasetId, JsonObject body) =>
        new ApiRequest(HttpMethod.Put, Item, "aig-config-update-dataset", $"update dataset '{datasetId}' of gateway '{gateway}'")
        {
            Permission = PermissionNames.Edit,
            Body = body,
        }.With("account_id", accountId).With("gateway_id", gateway).With("id", datasetId);

    /// <summary><c>aig-config-delete-dataset</c>.</summary>
    public static ApiRequest Delete(string accountId, string gateway, string datasetId) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-dataset", $"delete dataset '{datasetId}' of gateway '{gateway}'") { Permission = PermissionNames.Edit }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("id", datasetId);
}
