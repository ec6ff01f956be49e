using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the spend rules of gateways, each as an object of its own.</summary>
/// <remarks>Source: member <c>spend_limits</c> of <c>aig-config-fetch-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewaySpendRule")]
[OutputType(typeof(AiGatewaySpendRule))]
public sealed class GetAiGatewaySpendRuleCommand : GatewayItemCommand
{
    /// <summary>The rule's id; wildcards are allowed.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpendRuleIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RuleId { get; set; }

    /// <summary>Writes the rules of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (!SpendRuleInput.HasValidGateway(this, Gateway))
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (!TryAwait(Gateway, call => Client.SpendRules.ListAsync(accountId, Gateway, call), out IReadOnlyList<AiGatewaySpendRule> rules))
        {
            return;
        }

        bool found = false;
        var pattern = RuleId is null ? null : new WildcardPattern(RuleId, WildcardOptions.None);
        foreach (AiGatewaySpendRule rule in rules)
        {
            if (pattern is null || pattern.IsMatch(rule.Id))
            {
                found = true;
                WriteObject(rule);
            }
        }

        if (!found && RuleId is not null && !WildcardPattern.ContainsWildcardCharacters(RuleId))
        {
            WriteError(ErrorRecords.Create(
                new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no spend rule '{RuleId}'.") { RecommendedAction = $"Get-AiGatewaySpendRule {Gateway} lists what is there." },
                RuleId,
                "SpendRule"));
        }
    }
}
