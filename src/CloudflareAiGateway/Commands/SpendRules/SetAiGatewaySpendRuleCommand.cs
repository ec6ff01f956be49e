using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Changes one spend rule of a gateway and leaves everything else of it, and every other rule, as it is. Nothing is written when nothing
/// would change; -WhatIf shows old and new values.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>, <c>aig-config-update-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewaySpendRule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewaySpendRule))]
public sealed class SetAiGatewaySpendRuleCommand : SpendRuleCommand
{
    /// <summary>How much may be spent in one window, in US dollars.</summary>
    [Parameter]
    [MoneyTransformation]
    public decimal? Limit { get; set; }

    /// <summary>The window: seconds, a TimeSpan, or hour, day, week, month (30 days).</summary>
    [Parameter]
    [WindowTransformation]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [Validation.ValidateSettingRange(1, int.MaxValue, "second")]
    public int? Window { get; set; }

    /// <summary>How the window is counted.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(RateLimitingTechnique))]
    public RateLimitingTechnique? Technique { get; set; }

    /// <summary>Counts only these models; $null counts all.</summary>
    [Parameter]
    [NamesTransformation(nameof(Model))]
    public string[]? Model { get; set; }

    /// <summary>Counts only these providers; $null counts all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [NamesTransformation(nameof(Provider))]
    public string[]? Provider { get; set; }

    /// <summary>The values of metadata that count, by name, in place of those that are there; $null counts all.</summary>
    [Parameter]
    [MetadataTransformation]
    public Hashtable? Metadata { get; set; }

    /// <summary>Names in the metadata each of whose values is counted apart, in place of those that are there; $null for one count.</summary>
    [Parameter]
    [NamesTransformation(nameof(PartitionBy))]
    public string[]? PartitionBy { get; set; }

    /// <summary>Whether the rule is on.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enabled { get; set; }

    /// <summary>Whether the gateway is to apply its rules, this one and all others.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? EnableSpendLimits { get; set; }

    /// <summary>Writes the rule as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Changes one rule.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidGateway() || ReadSettings() is not { } settings)
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (!TryAwait(RuleId, call => Client.SpendRules.PlanChangeAsync(accountId, Gateway, RuleId!, settings, EnableSpendLimits, call), out SpendRulePlan? plan))
        {
            return;
        }

        if (plan is null)
        {
            WriteNotFound();
        }
        else if (plan.Differences.Count == 0)
        {
            WriteVerbose($"Spend rule '{RuleId}' of gateway '{Gateway}' has these settings already; nothing was sent.");
            WriteResult(plan.Current!);
        }
        else
        {
            Change(accountId, plan);
        }
    }

    private void Change(string accountId, SpendRulePlan plan)
    {
        string change = ChangeText.Of($"Set {Describe(accountId)}{SpendRuleInput.OthersToo(plan)}", plan.Differences);
        if (!ShouldProcess(change, ChangeText.Ask(change), "Set-AiGatewaySpendRule", out ShouldProcessReason reason))
        {
            if (reason == ShouldProcessReason.WhatIf)
            {
                WriteResult(plan.Preview!);
            }
        }
        else if (TryAwait(RuleId, call => Client.SpendRules.ApplyAsync(plan, call), out AiGatewaySpendRule? changed) && changed is not null)
        {
            WriteResult(changed);
        }
    }

    private SpendRuleSettings? ReadSettings()
    {
        string? problem = SpendRuleInput.Explain(null, Limit, Metadata, PartitionBy);
        Dictionary<string, string[]>? metadata = SpendRuleInput.ReadMetadata(Metadata ?? new Hashtable(), out string? trouble);
        if ((problem ?? trouble) is { } message)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidSpendRule", message, RuleId));
            return null;
        }

        return new SpendRuleSettings(MyInvocation.BoundParameters.ContainsKey)
            .Given("limit", Limit)
            .Given("window", Window)
            .Given("technique", Technique)
            .Given("enabled", Enabled)
            .Bound(nameof(Model), "model", Model is { Length: > 0 } ? Model : null)
            .Bound(nameof(Provider), "provider", Provider is { Length: > 0 } ? Provider : null)
            .Bound(nameof(Metadata), "metadata", metadata)
            .Bound(nameof(PartitionBy), "partition_by", PartitionBy ?? Array.Empty<string>());
    }

    private void WriteResult(AiGatewaySpendRule rule)
    {
        if (rule is { Enabled: true, SpendLimitsEnabled: false })
        {
            WriteWarning($"Spend rule '{rule.Id}' is on, but gateway '{Gateway}' applies none of its rules: its spend limits are off. -EnableSpendLimits $true switches them on.");
        }

        if (PassThru)
        {
            WriteObject(rule);
        }
    }
}
