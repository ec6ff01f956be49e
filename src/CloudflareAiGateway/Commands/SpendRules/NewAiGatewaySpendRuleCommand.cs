using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Formatting;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Adds a spend rule to a gateway, behind those that it has, and switches its spend limits on unless told otherwise. A piped rule or CSV
/// row gives its settings.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>, <c>aig-config-update-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewaySpendRule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewaySpendRule))]
public sealed class NewAiGatewaySpendRuleCommand : GatewayItemCommand
{
    /// <summary>How much may be spent in one window, in US dollars; 0 stops every call that it counts.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [MoneyTransformation]
    public decimal? Limit { get; set; }

    /// <summary>The window: seconds, a TimeSpan, or hour, day, week, month (30 days).</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [WindowTransformation]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [Validation.ValidateSettingRange(1, int.MaxValue, "second")]
    public int? Window { get; set; }

    /// <summary>How the window is counted; sliding when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(RateLimitingTechnique))]
    public RateLimitingTechnique? Technique { get; set; }

    /// <summary>Counts only these models.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NamesTransformation(nameof(Model))]
    public string[]? Model { get; set; }

    /// <summary>Counts only these providers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [NamesTransformation(nameof(Provider))]
    public string[]? Provider { get; set; }

    /// <summary>Counts only calls whose metadata has one of these values, by name: @{ team = 'search', 'ads' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MetadataTransformation]
    public Hashtable? Metadata { get; set; }

    /// <summary>Names in the metadata each of whose values is counted apart.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NamesTransformation(nameof(PartitionBy))]
    public string[]? PartitionBy { get; set; }

    /// <summary>Whether the rule is on; it is unless told otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enabled { get; set; }

    /// <summary>The rule's id; made up when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RuleId { get; set; }

    /// <summary>Whether the gateway is to apply its rules. A rule that is on switches that on unless this says $false.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? EnableSpendLimits { get; set; }

    /// <summary>Adds one rule.</summary>
    protected override void ProcessRecord()
    {
        string? id = string.IsNullOrEmpty(RuleId) ? null : RuleId;
        if (!SpendRuleInput.HasValidGateway(this, Gateway) || ReadSettings(id) is not { } settings)
        {
            return;
        }

        string accountId = ResolveAccountId();
        bool? enableLimits = EnableSpendLimits ?? (Enabled == false ? null : true);
        if (!TryAwait(Gateway, call => Client.SpendRules.PlanAddAsync(accountId, Gateway, id, settings, enableLimits, call), out SpendRulePlan plan)
            || !HasRoom(plan))
        {
            return;
        }

        AiGatewaySpendRule rule = plan.Preview!;
        string switchesOn = plan.SwitchesOn ? ", and switch spend limits on" + SpendRuleInput.OthersToo(plan) : string.Empty;
        if (ShouldProcess($"gateway '{Gateway}' (account {accountId})", $"Add spend rule '{rule}' for {SpendRuleFormat.Scope(rule)}{switchesOn}")
            && TryAwait(Gateway, call => Client.SpendRules.ApplyAsync(plan, call), out AiGatewaySpendRule? added)
            && added is not null)
        {
            CompletionCache.Clear();
            WriteObject(added);
        }
    }

    private Dictionary<string, object?>? ReadSettings(string? id)
    {
        string? problem = SpendRuleInput.Explain(id, Limit, Metadata, PartitionBy);
        Dictionary<string, string[]>? metadata = SpendRuleInput.ReadMetadata(Metadata ?? new Hashtable(), out string? trouble);
        if ((problem ?? trouble) is { } message)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidSpendRule", message, Gateway));
            return null;
        }

        return new Dictionary<string, object?>
        {
            ["limit"] = Limit,
            ["window"] = Window,
            ["enabled"] = Enabled ?? true,
            ["technique"] = Technique ?? RateLimitingTechnique.Sliding,
            ["model"] = Model is { Length: > 0 } ? Model : null,
            ["provider"] = Provider is { Length: > 0 } ? Provider : null,
            ["metadata"] = metadata,
            ["partition_by"] = PartitionBy ?? System.Array.Empty<string>(),
        };
    }

    private bool HasRoom(SpendRulePlan plan)
    {
        if (plan.Current is { } taken)
        {
            WriteError(ErrorRecords.Create(
                new AiGatewayException(AiGatewayErrorKind.AlreadyExists, $"Gateway '{Gateway}' has a spend rule '{taken.Id}' already ({taken}).")
                {
                    RecommendedAction = "Change it with Set-AiGatewaySpendRule, or leave -RuleId out for another rule.",
                },
                taken.Id,
                "SpendRule"));
            return false;
        }

        if (plan.OtherRules >= SpendRuleLimits.MaximumRules)
        {
            WriteError(ErrorRecords.InvalidInput(
                "TooManySpendRules",
                $"Gateway '{Gateway}' has {plan.OtherRules} spend rules; a gateway may have {SpendRuleLimits.MaximumRules}.",
                Gateway,
                "Remove a rule with Remove-AiGatewaySpendRule, or let one rule count several: -PartitionBy counts each value of a metadata name apart."));
            return false;
        }

        return true;
    }
}
