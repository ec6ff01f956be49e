using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Prices of the models of custom providers.</summary>
internal interface IModelPriceClient
{
    /// <summary>
    /// One page of prices (<c>aig-config-list-account-provider-cost</c>). By its document the API lists <c>equals</c> alone when no rule is
    /// named, so a rule is named always: whoever wants all asks once for each.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="providerId">The custom provider's id; null for all.</param>
    /// <param name="rule">How models are compared.</param>
    /// <param name="enable">Only prices that count, or do not; null for both.</param>
    /// <param name="search">Text that the server looks for; null for none.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">How many to a page.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayModelPrice>> ListAsync(
        string accountId, string? providerId, ModelRule rule, bool? enable, string? search, int page, int pageSize, CallContext call);

    /// <summary>How many prices a custom provider has, of all rules.</summary>
    Task<int> CountAsync(string accountId, string providerId, CallContext call);

    /// <summary>One price (<c>aig-config-fetch-account-provider-cost</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task<AiGatewayModelPrice> GetAsync(string accountId, string id, CallContext call);

    /// <summary>The prices of a provider under exactly that model name; one, unless the rule is left out.</summary>
    Task<IReadOnlyList<AiGatewayModelPrice>> FindAsync(string accountId, string providerId, string model, ModelRule? rule, CallContext call);

    /// <summary>
    /// Creates a price (<c>aig-config-create-account-provider-cost</c>), unless the provider has one for the same model by the same rule. A
    /// failure that leaves it open whether it was made is settled by reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another one appeared meanwhile.</exception>
    Task<AiGatewayModelPrice> CreateAsync(string accountId, string providerId, string model, ModelRule rule, ModelPriceChange change, CallContext call);

    /// <summary>Reads the price and works out what would change. Writes nothing.</summary>
    Task<PatchPlan<AiGatewayModelPrice>> PlanUpdateAsync(string accountId, string id, ModelPriceChange change, CallContext call);

    /// <summary>Sends what a plan changes (<c>aig-config-update-account-provider-cost</c>).</summary>
    Task<AiGatewayModelPrice> ApplyUpdateAsync(PatchPlan<AiGatewayModelPrice> plan, CallContext call);

    /// <summary>Deletes a price (<c>aig-config-delete-account-provider-cost</c>). Gone already on a retry is success.</summary>
    Task DeleteAsync(string accountId, string id, CallContext call);
}
