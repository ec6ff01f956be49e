using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Removes one spend rule of a gateway and leaves the others as they are. What it limited is not limited any more, and its count is lost, so
/// it asks first.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>, <c>aig-config-update-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewaySpendRule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewaySpendRuleCommand : SpendRuleCommand
{
    /// <summary>Removes one rule.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidGateway())
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (!TryAwait(RuleId, call => Client.SpendRules.PlanRemoveAsync(accountId, Gateway, RuleId!, call), out SpendRulePlan? plan))
        {
            return;
        }

        if (plan is null)
        {
            WriteNotFound();
        }
        else if (ShouldProcess(Describe(accountId), $"Remove '{plan.Current}', with what it has counted; {plan.OtherRules} other rule(s) stay")
            && TryAwait(RuleId, call => Client.SpendRules.ApplyAsync(plan, call), out AiGatewaySpendRule? _))
        {
            CompletionCache.Clear();
        }
    }
}
