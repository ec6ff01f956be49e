using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Spend rules, by the safe update of gateways: each plan starts from one reading of the whole document.</summary>
internal sealed class SpendRuleClient : ISpendRuleClient
{
    private readonly GatewayClient _gateways;

    /// <summary>Takes the transport.</summary>
    public SpendRuleClient(ApiTransport transport) => _gateways = new GatewayClient(transport);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewaySpendRule>> ListAsync(string accountId, string gateway, CallContext call)
    {
        GatewaySnapshot snapshot = await _gateways.FetchAsync(accountId, gateway, call, null).ConfigureAwait(false);
        JsonObject limits = SpendRuleDocument.Limits(snapshot.Document);
        bool enabled = SpendRuleDocument.IsEnabled(limits);
        return [.. SpendRuleDocument.Rules(limits).Select(rule => SpendRuleDocument.Read(rule, accountId, gateway, enabled))];
    }

    /// <inheritdoc/>
    public async Task<SpendRulePlan> PlanAddAsync(
        string accountId, string gateway, string? ruleId, IReadOnlyDictionary<string, object?> settings, bool? enableLimits, CallContext call)
    {
        GatewaySnapshot snapshot = await _gateways.FetchAsync(accountId, gateway, call, null).ConfigureAwait(false);
        JsonObject limits = SpendRuleDocument.Limits(snapshot.Document);
        JsonArray rules = SpendRuleDocument.Rules(limits);
        int others = rules.Count;
        if (ruleId is not null && SpendRuleDocument.IndexOf(rules, ruleId) is >= 0 and int taken)
        {
            AiGatewaySpendRule existing = SpendRuleDocument.Read(rules[taken], accountId, gateway, SpendRuleDocument.IsEnabled(limits));
            return new OwnSpendRulePlan(null, ruleId, existing, existing, others - 1, switchesOn: false, []);
        }

        string id = ruleId ?? SpendRuleDocument.NewId(rules);
        var rule = new JsonObject { ["id"] = id, ["limitType"] = "cost" };
        SpendRuleDocument.Change(rule, settings);
        rules.Add(rule);
        bool switchesOn = Enable(limits, enableLimits, []);
        return new OwnSpendRulePlan(
            Plan(snapshot, limits),
            id,
            null,
            SpendRuleDocument.Read(rule, accountId, gateway, SpendRuleDocument.IsEnabled(limits)),
            others,
            switchesOn,
            []);
    }

    /// <inheritdoc/>
    public async Task<SpendRulePlan?> PlanChangeAsync(
        string accountId, string gateway, string ruleId, IReadOnlyDictionary<string, object?> settings, bool? enableLimits, CallContext call)
    {
        GatewaySnapshot snapshot = await _gateways.FetchAsync(accountId, gateway, call, null).ConfigureAwait(false);
        JsonObject limits = SpendRuleDocument.Limits(snapshot.Document);
        JsonArray rules = SpendRuleDocument.Rules(limits);
        int index = SpendRuleDocument.IndexOf(rules, ruleId);
        if (index < 0)
        {
            return null;
        }

        var rule = (JsonObject)rules[index]!;
        var before = (JsonObject)rule.DeepClone();
        bool wasEnabled = SpendRuleDocument.IsEnabled(limits);
        SpendRuleDocument.Change(rule, settings);
        var differences = new List<GatewayDifference>(SpendRuleDocument.Differences(before, rule));
        bool switchesOn = Enable(limits, enableLimits, differences);
        return new OwnSpendRulePlan(
            differences.Count == 0 ? null : Plan(snapshot, limits),
            ruleId,
            SpendRuleDocument.Read(before, accountId, gateway, wasEnabled),
            SpendRuleDocument.Read(rule, accountId, gateway, SpendRuleDocument.IsEnabled(limits)),
            rules.Count - 1,
            switchesOn,
            differences);
    }

    /// <inheritdoc/>
    public async Task<SpendRulePlan?> PlanRemoveAsync(string accountId, string gateway, string ruleId, CallContext call)
    {
        GatewaySnapshot snapshot = await _gateways.FetchAsync(accountId, gateway, call, null).ConfigureAwait(false);
        JsonObject limits = SpendRuleDocument.Limits(snapshot.Document);
        JsonArray rules = SpendRuleDocument.Rules(limits);
        int index = SpendRuleDocument.IndexOf(rules, ruleId);
        if (index < 0)
        {
            return null;
        }

        AiGatewaySpendRule current = SpendRuleDocument.Read(rules[index], accountId, gateway, SpendRuleDocument.IsEnabled(limits));
        rules.RemoveAt(index);
        return new OwnSpendRulePlan(Plan(snapshot, limits), ruleId, current, null, rules.Count, switchesOn: false, []);
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySpendRule?> ApplyAsync(SpendRulePlan plan, CallContext call)
    {
        var own = (OwnSpendRulePlan)plan;
        if (own.Gateway is null)
        {
            return own.Current;
        }

        AiGateway gateway = await _gateways.ApplyUpdateAsync(own.Gateway, call).ConfigureAwait(false);
        foreach (SpendLimitRule rule in gateway.SpendLimits?.Rules ?? [])
        {
            if (rule.Id == own.RuleId)
            {
                return SpendRuleDocument.Read(rule, gateway.AccountId, gateway.Id, gateway.SpendLimits!.Enabled);
            }
        }

        return null;
    }

    /// <summary>Switches all rules of the gateway on or off, when that is wanted and new.</summary>
    /// <returns>Whether they were switched on.</returns>
    private static bool Enable(JsonObject limits, bool? wanted, List<GatewayDifference> differences)
    {
        bool now = SpendRuleDocument.IsEnabled(limits);
        if (wanted is not bool enable || enable == now)
        {
            return false;
        }

        limits["enabled"] = enable;
        differences.Add(new GatewayDifference("SpendLimits.Enabled", now.ToString(), enable.ToString()));
        return enable;
    }

    private GatewayPlan Plan(GatewaySnapshot snapshot, JsonObject limits) =>
        _gateways.Plan(snapshot, new JsonObject { ["spend_limits"] = limits }, new SettingsWriter());
}
