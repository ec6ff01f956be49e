using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Spend rules of a gateway, one at a time, by the safe update of gateways: other rules, their order, and members that the module does not
/// know go back as they came. Settings travel by wire name (<c>limit</c>, <c>window</c>, <c>technique</c>, <c>enabled</c>), and
/// <c>model</c>, <c>provider</c> (string array, null for all), <c>metadata</c> (name to string array) and <c>partition_by</c> (string array).
/// </summary>
internal interface ISpendRuleClient
{
    /// <summary>The rules of a gateway, in its order (<c>aig-config-fetch-gateway</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is no such gateway.</exception>
    Task<IReadOnlyList<AiGatewaySpendRule>> ListAsync(string accountId, string gateway, CallContext call);

    /// <summary>Works out how a rule would be added at the end. Writes nothing.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="ruleId">The rule's id; null for a new one. When it is taken, the plan has it as Current and changes nothing.</param>
    /// <param name="settings">The rule.</param>
    /// <param name="enableLimits">Whether the gateway's rules are to be applied; null to leave that as it is.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<SpendRulePlan> PlanAddAsync(
        string accountId, string gateway, string? ruleId, IReadOnlyDictionary<string, object?> settings, bool? enableLimits, CallContext call);

    /// <summary>Works out how a rule would change. Writes nothing.</summary>
    /// <returns>Null when the gateway has no such rule.</returns>
    Task<SpendRulePlan?> PlanChangeAsync(
        string accountId, string gateway, string ruleId, IReadOnlyDictionary<string, object?> settings, bool? enableLimits, CallContext call);

    /// <summary>Works out how a rule would go. Writes nothing.</summary>
    /// <returns>Null when the gateway has no such rule.</returns>
    Task<SpendRulePlan?> PlanRemoveAsync(string accountId, string gateway, string ruleId, CallContext call);

    /// <summary>
    /// Puts the gateway of a plan (<c>aig-config-update-gateway</c>). When somebody changed the gateway since, but not this rule, the same
    /// change is made to what is there now.
    /// </summary>
    /// <returns>The rule as the service has it now; null when it has none of that id.</returns>
    /// <exception cref="AiGatewayException">Conflict when the rule itself changed since the plan was made, or its place was taken.</exception>
    Task<AiGatewaySpendRule?> ApplyAsync(SpendRulePlan plan, CallContext call);
}
