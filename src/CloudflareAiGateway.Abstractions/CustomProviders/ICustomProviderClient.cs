using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Custom providers of an account. Settings travel by wire name (<c>base_url</c>) with .NET values; null clears a text, and headers
/// travel as <see cref="CustomProviderHeaders"/>.
/// </summary>
internal interface ICustomProviderClient
{
    /// <summary>One page of the account's custom providers, sorted by position and name (<c>aig-config-list-account-provider</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="search">Text that the server looks for in ids, names and slugs; null for all.</param>
    /// <param name="enable">Only those that are on, or off; null for both.</param>
    /// <param name="beta">Only those that are beta, or not; null for both.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">How many to a page.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayCustomProvider>> ListAsync(string accountId, string? search, bool? enable, bool? beta, int page, int pageSize, CallContext call);

    /// <summary>One provider by its id (<c>aig-config-fetch-account-provider</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task<AiGatewayCustomProvider> GetAsync(string accountId, string id, CallContext call);

    /// <summary>One provider by its slug, with or without <c>custom-</c> in front; the API has no such call, so the list is read.</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that slug; the message names one that is near.</exception>
    Task<AiGatewayCustomProvider> FindAsync(string accountId, string slug, CallContext call);

    /// <summary>What is wrong with headers: a name that is none, a line break in a value, more text than the API takes.</summary>
    /// <returns>One sentence without any value; null when they are good. Sends nothing.</returns>
    string? ExplainHeaders(CustomProviderHeaders headers);

    /// <summary>
    /// Creates a provider (<c>aig-config-create-account-provider</c>). A failure that leaves it open whether it was made is settled by
    /// reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another provider of that slug appeared meanwhile.</exception>
    Task<AiGatewayCustomProvider> CreateAsync(string accountId, string slug, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>Reads the provider and works out what the settings would change. Writes nothing.</summary>
    Task<PatchPlan<AiGatewayCustomProvider>> PlanUpdateAsync(string accountId, string id, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>Sends what a plan changes (<c>aig-config-update-account-provider</c>).</summary>
    Task<AiGatewayCustomProvider> ApplyUpdateAsync(PatchPlan<AiGatewayCustomProvider> plan, CallContext call);

    /// <summary>Deletes a provider and its prices (<c>aig-config-delete-account-provider</c>). Gone already on a retry is success.</summary>
    Task DeleteAsync(string accountId, string id, string slug, CallContext call);
}
