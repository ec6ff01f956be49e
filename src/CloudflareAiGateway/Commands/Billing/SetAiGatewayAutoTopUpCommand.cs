using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Sets up the automatic top-up of an account: when the balance falls below a threshold, a card is charged. It costs money, so it asks
/// first. Cloudflare refuses it to API tokens at present; the error says where to do it.
/// </summary>
/// <remarks>Source: <c>aig-billing-get-topup-config</c>, <c>aig-billing-set-topup-config</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayAutoTopUp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AiGatewayAutoTopUp))]
public sealed class SetAiGatewayAutoTopUpCommand : ConnectedCommand
{
    /// <summary>What is charged each time, in US dollars, 10 or more; as it is when left out.</summary>
    [Parameter(Position = 0)]
    [MoneyTransformation]
    public decimal? Amount { get; set; }

    /// <summary>The balance below which it is charged, in US dollars, 5 or more; as it is when left out.</summary>
    [Parameter(Position = 1)]
    [MoneyTransformation]
    public decimal? Threshold { get; set; }

    /// <summary>Writes the automatic top-up as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string ResourceName => "AutoTopUp";

    /// <summary>Sets it up for one account.</summary>
    protected override void ProcessRecord()
    {
        string? problem = BillingInput.Explain(Amount, BillingLimits.LeastTopUp, null, "An automatic top-up")
            ?? BillingInput.Explain(Threshold, BillingLimits.LeastThreshold, null, "A threshold");
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidAmount", problem, Amount ?? Threshold));
            return;
        }

        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.Billing.GetAutoTopUpAsync(accountId, call), out AiGatewayAutoTopUp current))
        {
            Change(accountId, current);
        }
    }

    private void Change(string accountId, AiGatewayAutoTopUp current)
    {
        if ((Amount ?? current.Amount) is not { } amount || (Threshold ?? current.Threshold) is not { } threshold)
        {
            WriteError(ErrorRecords.InvalidInput(
                "InvalidAmount", $"Account {accountId} has no automatic top-up yet: it needs an amount and a threshold.", accountId, "Give -Amount and -Threshold."));
            return;
        }

        var differences = new List<GatewayDifference>();
        Add(differences, nameof(Amount), current.Amount, amount);
        Add(differences, nameof(Threshold), current.Threshold, threshold);
        if (differences.Count == 0)
        {
            WriteVerbose($"The automatic top-up of account {accountId} is {current} already; nothing was sent.");
            WritePassThru(current);
            return;
        }

        string change = ChangeText.Of($"Set the automatic top-up of account {accountId}, which charges its card by itself", differences);
        if (!ShouldProcess(change, ChangeText.Ask(change), "Set-AiGatewayAutoTopUp", out ShouldProcessReason reason))
        {
            if (reason == ShouldProcessReason.WhatIf)
            {
                WritePassThru(new AiGatewayAutoTopUp { AccountId = accountId, Amount = amount, Threshold = threshold });
            }
        }
        else if (TryAwait(accountId, call => Client.Billing.SetAutoTopUpAsync(accountId, amount, threshold, call), out AiGatewayAutoTopUp changed))
        {
            WritePassThru(changed);
        }
    }

    private static void Add(List<GatewayDifference> differences, string setting, decimal? old, decimal wanted)
    {
        if (old != wanted)
        {
            differences.Add(new GatewayDifference(setting, Money.Text(old, Money.DefaultCurrency), Money.Text(wanted, Money.DefaultCurrency)));
        }
    }

    private void WritePassThru(AiGatewayAutoTopUp topUp)
    {
        if (PassThru)
        {
            WriteObject(topUp);
        }
    }
}
