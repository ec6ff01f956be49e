using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Spend rules, by the safe update of gateways: each plan starts from one reading of the whole document.</summary>
internal sealed class SpendRuleClient : ISpendRuleClient
{
    private readonly GatewayClient _gateways;
    private readonly SpendRulePlanner _planner;

    /// <summary>Takes the transport.</summary>
    public SpendRuleClient(ApiTransport transport)
    {
        _gateways = new GatewayClient(transport);
        _planner = new SpendRulePlanner(_gateways);
    }

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
        string id = ruleId ?? SpendRuleDocument.NewId(SpendRuleDocument.Rules(SpendRuleDocument.Limits(snapshot.Document)));
        return _planner.Plan(snapshot, new SpendRuleChange(SpendRuleChangeKind.Add, id, settings, enableLimits, null))!;
    }

    /// <inheritdoc/>
    public Task<SpendRulePlan?> PlanChangeAsync(
        string accountId, string gateway, string ruleId, IReadOnlyDictionary<string, object?> settings, bool? enableLimits, CallContext call) =>
        PlanAsync(accountId, gateway, new SpendRuleChange(SpendRuleChangeKind.Change, ruleId, settings, enableLimits, null), call);

    /// <inheritdoc/>
    public Task<SpendRulePlan?> PlanRemoveAsync(string accountId, string gateway, string ruleId, CallContext call) =>
        PlanAsync(accountId, gateway, new SpendRuleChange(SpendRuleChangeKind.Remove, ruleId, new Dictionary<string, object?>(), null, null), call);

    /// <inheritdoc/>
    public async Task<AiGatewaySpendRule?> ApplyAsync(SpendRulePlan plan, CallContext call)
    {
        var own = (OwnSpendRulePlan)plan;
        while (own.Gateway is not null)
        {
            try
            {
                return Find(await _gateways.ApplyUpdateAsync(own.Gateway, call).ConfigureAwait(false), own.Change.RuleId);
            }
            catch (AiGatewayException conflict) when (conflict.Kind is AiGatewayErrorKind.Conflict)
            {
                own = await PlanAgainAsync(own, conflict, call).ConfigureAwait(false);
            }
        }

        return own.Current;
    }

    /// <summary>
    /// Somebody changed the gateway. Unless it was this very rule, the same change is right on what is there now, whose other rules stay.
    /// Nothing was sent, so this ends as soon as nobody is in between.
    /// </summary>
    private async Task<OwnSpendRulePlan> PlanAgainAsync(OwnSpendRulePlan plan, AiGatewayException conflict, CallContext call)
    {
        AiGateway gateway = plan.Gateway!.Snapshot.Gateway;
        GatewaySnapshot now = await _gateways.FetchAsync(gateway.AccountId, gateway.Id, call, null).ConfigureAwait(false);
        OwnSpendRulePlan? again = _planner.Plan(now, plan.Change);
        bool isTaken = plan.Change.Kind is SpendRuleChangeKind.Add && (again!.Current is not null || again.OtherRules >= SpendRuleLimits.MaximumRules);
        if (again is null || isTaken || !JsonNode.DeepEquals(again.Change.Before, plan.Change.Before))
        {
            throw conflict;
        }

        call.Sink.Report(DiagnosticKind.Verbose, $"Gateway '{gateway.Id}' was changed by somebody else meanwhile, but not this rule; starting from what is there now.");
        return again;
    }

    private async Task<SpendRulePlan?> PlanAsync(string accountId, string gateway, SpendRuleChange change, CallContext call) =>
        _planner.Plan(await _gateways.FetchAsync(accountId, gateway, call, null).ConfigureAwait(false), change);

    private static AiGatewaySpendRule? Find(AiGateway gateway, string ruleId)
    {
        foreach (SpendLimitRule rule in gateway.SpendLimits?.Rules ?? [])
        {
            if (rule.Id == ruleId)
            {
                return SpendRuleDocument.Read(rule, gateway.AccountId, gateway.Id, gateway.SpendLimits!.Enabled);
            }
        }

        return null;
    }
}
