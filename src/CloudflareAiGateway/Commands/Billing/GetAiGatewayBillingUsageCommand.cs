using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets what an account used of its credit, by day or by hour.</summary>
/// <remarks>Source: <c>aig-billing-get-usage-history</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayBillingUsage")]
[OutputType(typeof(AiGatewayBillingUsage))]
public sealed class GetAiGatewayBillingUsageCommand : ConnectedCommand
{
    /// <summary>Usage from this time on; 30 days ago when left out, or one day ago by hour.</summary>
    [Parameter(Position = 0)]
    public DateTimeOffset? After { get; set; }

    /// <summary>Usage from before this time; now when left out.</summary>
    [Parameter(Position = 1)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>How it is grouped: by day, or by hour.</summary>
    [Parameter]
    [Alias("ValueGroupingWindow")]
    [ChoiceTransformation(typeof(BillingUsageWindow))]
    public BillingUsageWindow GroupBy { get; set; } = BillingUsageWindow.Day;

    private protected override string ResourceName => "BillingUsage";

    /// <summary>Writes the usage of one account.</summary>
    protected override void ProcessRecord()
    {
        DateTimeOffset before = Before ?? DateTimeOffset.UtcNow;
        DateTimeOffset after = After ?? before - (GroupBy == BillingUsageWindow.Hour ? TimeSpan.FromDays(1) : TimeSpan.FromDays(30));
        if (after >= before)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidTimeRange", $"-After ({after:u}) is not before -Before ({before:u}).", after, "Swap them, or leave one out."));
            return;
        }

        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.Billing.GetUsageAsync(accountId, GroupBy, after, before, call), out IReadOnlyList<AiGatewayBillingUsage> windows))
        {
            foreach (AiGatewayBillingUsage window in windows)
            {
                WriteObject(window);
            }
        }
    }
}
