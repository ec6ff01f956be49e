using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Works out what a change of one rule makes of a gateway. Sends nothing.</summary>
internal sealed class SpendRulePlanner
{
    private readonly GatewayClient _gateways;

    /// <summary>Takes what plans updates of gateways.</summary>
    public SpendRulePlanner(GatewayClient gateways) => _gateways = gateways;

    /// <summary>Works out a change.</summary>
    /// <param name="snapshot">The gateway.</param>
    /// <param name="change">The change.</param>
    /// <returns>Null when the gateway has no such rule to change or to remove.</returns>
    public OwnSpendRulePlan? Plan(GatewaySnapshot snapshot, SpendRuleChange change)
    {
        JsonObject limits = SpendRuleDocument.Limits(snapshot.Document);
        JsonArray rules = SpendRuleDocument.Rules(limits);
        int index = SpendRuleDocument.IndexOf(rules, change.RuleId);
        if (index >= 0)
        {
            change = change with { Before = (JsonObject)rules[index]!.DeepClone() };
        }

        return change.Kind switch
        {
            SpendRuleChangeKind.Add => index < 0 ? Add(snapshot, limits, change) : Taken(snapshot, limits, change),
            _ when index < 0 => null,
            SpendRuleChangeKind.Remove => Remove(snapshot, limits, index, change),
            _ => Change(snapshot, limits, (JsonObject)rules[index]!, change),
        };
    }

    private OwnSpendRulePlan Add(GatewaySnapshot snapshot, JsonObject limits, SpendRuleChange change)
    {
        JsonArray rules = SpendRuleDocument.Rules(limits);
        int others = rules.Count;
        var rule = new JsonObject { ["id"] = change.RuleId, ["limitType"] = "cost" };
        SpendRuleDocument.Change(rule, change.Settings);
        rules.Add(rule);
        bool switchesOn = Enable(limits, change.EnableLimits, []);
        return new OwnSpendRulePlan(change, Update(snapshot, limits), null, Read(rule, snapshot, limits), others, switchesOn, []);
    }

    private static OwnSpendRulePlan Taken(GatewaySnapshot snapshot, JsonObject limits, SpendRuleChange change)
    {
        AiGatewaySpendRule existing = Read(change.Before!, snapshot, limits);
        return new OwnSpendRulePlan(change, null, existing, existing, SpendRuleDocument.Rules(limits).Count - 1, switchesOn: false, []);
    }

    private OwnSpendRulePlan Remove(GatewaySnapshot snapshot, JsonObject limits, int index, SpendRuleChange change)
    {
        JsonArray rules = SpendRuleDocument.Rules(limits);
        AiGatewaySpendRule current = Read(change.Before!, snapshot, limits);
        rules.RemoveAt(index);
        return new OwnSpendRulePlan(change, Update(snapshot, limits), current, null, rules.Count, switchesOn: false, []);
    }

    private OwnSpendRulePlan Change(GatewaySnapshot snapshot, JsonObject limits, JsonObject rule, SpendRuleChange change)
    {
        AiGatewaySpendRule current = Read(rule, snapshot, limits);
        SpendRuleDocument.Change(rule, change.Settings);
        var differences = new List<GatewayDifference>(SpendRuleDocument.Differences(change.Before!, rule));
        bool switchesOn = Enable(limits, change.EnableLimits, differences);
        return new OwnSpendRulePlan(
            change,
            differences.Count == 0 ? null : Update(snapshot, limits),
            current,
            Read(rule, snapshot, limits),
            SpendRuleDocument.Rules(limits).Count - 1,
            switchesOn,
            differences);
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

    private static AiGatewaySpendRule Read(JsonObject rule, GatewaySnapshot snapshot, JsonObject limits) =>
        SpendRuleDocument.Read(rule, snapshot.AccountId, snapshot.Gateway.Id, SpendRuleDocument.IsEnabled(limits));

    private GatewayPlan Update(GatewaySnapshot snapshot, JsonObject limits) =>
        _gateways.Plan(snapshot, new JsonObject { ["spend_limits"] = limits }, new SettingsWriter());
}
