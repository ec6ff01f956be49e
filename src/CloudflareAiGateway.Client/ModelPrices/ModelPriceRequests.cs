using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the price operations: paths, permissions and repeat rules in one place.</summary>
internal static class ModelPriceRequests
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/custom-providers/costs";
    private const string Item = Collection + "/{id}";
    private const string Resource = "ModelPrice";

    /// <summary><c>aig-config-list-account-provider-cost</c>.</summary>
    public static ApiRequest List(string accountId, string? providerId, ModelRule rule, bool? enable, string? search, int page, int pageSize) =>
        new ApiRequest(HttpMethod.Get, Collection, "aig-config-list-account-provider-cost", "list the model prices") { Permission = PermissionNames.Read }
            .With("account_id", accountId)
            .Query("account_provider_id", providerId)
            .Query("model_rule", WireSpelling.OfEnum(rule))
            .Query("enable", enable is bool flag ? flag ? "true" : "false" : null)
            .Query("search", search)
            .Query("page", page.ToString(CultureInfo.InvariantCulture))
            .Query("per_page", pageSize.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-config-fetch-account-provider-cost</c>.</summary>
    public static ApiRequest Get(string accountId, string id) =>
        new ApiRequest(HttpMethod.Get, Item, "aig-config-fetch-account-provider-cost", $"read model price '{id}'") { Permission = PermissionNames.Read, Resource = Resource }
            .With("account_id", accountId)
            .With("id", id);

    /// <summary><c>aig-config-create-account-provider-cost</c>.</summary>
    public static ApiRequest Create(string accountId, string model, JsonObject body) =>
        new ApiRequest(HttpMethod.Post, Collection, "aig-config-create-account-provider-cost", $"create the price of model '{model}'")
        {
            Permission = PermissionNames.Edit,
            Resource = Resource,
            Repeat = RepeatRule.NamedCreate,
            Body = body,
        }.With("account_id", accountId);

    /// <summary><c>aig-config-update-account-provider-cost</c>.</summary>
    public static ApiRequest Patch(string accountId, string id, string model, JsonObject body) =>
        new ApiRequest(HttpMethod.Patch, Item, "aig-config-update-account-provider-cost", $"change the price of model '{model}'")
        {
            Permission = PermissionNames.Edit,
            Resource = Resource,
            Body = body,
        }.With("account_id", accountId).With("id", id);

    /// <summary><c>aig-config-delete-account-provider-cost</c>.</summary>
    public static ApiRequest Delete(string accountId, string id) =>
        new ApiRequest(HttpMethod.Delete, Item, "aig-config-delete-account-provider-cost", $"delete model price '{id}'") { Permission = PermissionNames.Edit, Resource = Resource }
            .With("account_id", accountId)
            .With("id", id);
}
