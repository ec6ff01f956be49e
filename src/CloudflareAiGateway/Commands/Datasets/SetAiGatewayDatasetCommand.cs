using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Changes a dataset and leaves alone what is not named, although the API's update replaces everything. Nothing is written when nothing
/// would change; -WhatIf shows old and new values.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-dataset</c>, <c>aig-config-update-dataset</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayDataset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayDataset))]
public sealed class SetAiGatewayDatasetCommand : DatasetItemCommand
{
    /// <summary>Another name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>Conditions that take the place of those that are there; an empty list selects every log.</summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [ModelTransformation(typeof(AiGatewayLogFilter[]), nameof(Filter))]
    public AiGatewayLogFilter[]? Filter { get; set; }

    /// <summary>Whether the dataset collects logs.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    /// <summary>Writes the dataset as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Changes the datasets of one record.</summary>
    protected override void ProcessRecord()
    {
        if (DatasetInput.IsValid(this, Gateway, Filter))
        {
            base.ProcessRecord();
        }
    }

    private protected override void ProcessItem(string accountId, string id, string shown)
    {
        if (!TryRun(accountId, shown, call => Client.Datasets.PlanUpdateAsync(accountId, Gateway, id, Settings(), call), out DatasetUpdatePlan plan))
        {
            return;
        }

        if (plan.Differences.Count == 0)
        {
            WriteVerbose($"Dataset '{plan.Current.Name}' of gateway '{Gateway}' has these settings already; nothing was sent.");
            WritePassThru(plan.Current);
            return;
        }

        string change = ChangeText.Of($"Set {Describe(accountId, plan.Current.Name)}", plan.Differences);
        if (!ShouldProcess(change, ChangeText.Ask(change), "Set-AiGatewayDataset", out ShouldProcessReason reason))
        {
            if (reason == ShouldProcessReason.WhatIf)
            {
                WritePassThru(plan.Preview);
            }
        }
        else if (TryRun(accountId, shown, call => Client.Datasets.ApplyUpdateAsync(plan, call), out AiGatewayDataset changed))
        {
            CompletionCache.Clear();
            WritePassThru(changed);
        }
    }

    private Dictionary<string, object?> Settings()
    {
        var settings = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (NewName is not null)
        {
            settings["name"] = NewName;
        }

        if (Enable is { } enable)
        {
            settings["enable"] = enable;
        }

        if (Filter is not null)
        {
            settings["filters"] = Filter;
        }

        return settings;
    }

    private void WritePassThru(AiGatewayDataset dataset)
    {
        if (PassThru)
        {
            WriteObject(dataset);
        }
    }
}
