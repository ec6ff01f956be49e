using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands on one spend rule have in common: the rule's id, its checks, and its errors.</summary>
public abstract class SpendRuleCommand : GatewayItemCommand
{
    /// <summary>The rule's id: letters, digits, underscores and hyphens.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SpendRuleIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RuleId { get; set; }

    /// <summary>How the rule reads in -WhatIf and -Confirm.</summary>
    private protected string Describe(string accountId) => $"spend rule '{RuleId}' of gateway '{Gateway}' (account {accountId})";

    /// <summary>Checks the gateway's name before any call.</summary>
    /// <returns>Whether the API would take it; if not, an error was written.</returns>
    private protected bool HasValidGateway() => SpendRuleInput.HasValidGateway(this, Gateway);

    /// <summary>Says that the gateway has no such rule.</summary>
    private protected void WriteNotFound() => WriteError(ErrorRecords.Create(
        new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no spend rule '{RuleId}'.")
        {
            RecommendedAction = $"Get-AiGatewaySpendRule {Gateway} lists what is there. Somebody else may have removed it.",
        },
        RuleId,
        "SpendRule"));
}
