using System;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Buys credit: charges a card, so it asks first. The payment is never sent twice; when its answer got lost, the error says so instead, and
/// where to look before trying again.
/// </summary>
/// <remarks>
/// Source: <c>aig-billing-create-topup</c>, <c>aig-billing-check-topup-status</c>, <c>aig-billing-get-credit-balance</c>,
/// <c>aig-billing-get-topup-limits</c>, <c>aig-billing-topup-eligibility</c>.
/// </remarks>
[Cmdlet(VerbsCommon.Add, "AiGatewayCredit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AiGatewayTopUp))]
public sealed class AddAiGatewayCreditCommand : ConnectedCommand
{
    /// <summary>How much to buy, in US dollars (or the account's currency, where it has another), 10 or more. Fees and taxes may come on top.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [MoneyTransformation]
    public decimal? Amount { get; set; }

    /// <summary>The card to charge instead of the default one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PaymentMethodId { get; set; }

    /// <summary>Does not wait until the payment has gone through.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>How long to wait for the payment, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 120;

    private protected override string ResourceName => "Credit";

    /// <summary>Buys credit for one account.</summary>
    protected override void ProcessRecord()
    {
        if (!IsAmount(BillingLimits.LeastTopUp, null, Money.DefaultCurrency))
        {
            return;
        }

        string accountId = ResolveAccountId();
        AiGatewayTopUpLimit? limits = Look(call => Client.Billing.GetTopUpLimitsAsync(accountId, call));
        AiGatewayCredit? credit = Look(call => Client.Billing.GetCreditAsync(accountId, call));
        string currency = limits?.Currency ?? Money.DefaultCurrency;
        if (!IsAmount(limits?.Minimum ?? BillingLimits.LeastTopUp, limits?.Maximum, currency)
            || !HasCard(credit, accountId)
            || !ShouldProcess($"account {accountId}", Describe(credit, currency)))
        {
            return;
        }

        // A POST, though it starts nothing, so it comes after -WhatIf and -Confirm.
        if (IsEligible(limits ?? new AiGatewayTopUpLimit { AccountId = accountId }))
        {
            new PaymentRun(this, Client.Billing).Run(accountId, Amount!.Value, currency);
        }
    }

    private bool IsAmount(decimal least, decimal? greatest, string currency)
    {
        string? problem = BillingInput.Explain(Amount, least, greatest, "A top-up", currency);
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidAmount", problem, Amount, "Get-AiGatewayTopUp -Limits shows what may be bought."));
        }

        return problem is null;
    }

    private bool HasCard(AiGatewayCredit? credit, string accountId)
    {
        if (PaymentMethodId is not null || credit is null or { HasDefaultPaymentMethod: true })
        {
            return true;
        }

        WriteError(ErrorRecords.InvalidInput(
            "NoPaymentMethod",
            $"Account {accountId} has no card that could be charged; nothing was sent.",
            accountId,
            "Add one in the dashboard, under AI > AI Gateway > Credits Available > Manage, or name another with -PaymentMethodId."));
        return false;
    }

    private bool IsEligible(AiGatewayTopUpLimit limits)
    {
        if (Look(call => Client.Billing.CheckEligibilityAsync(limits, call)) is not { Eligible: false } refusal)
        {
            return true;
        }

        WriteError(ErrorRecords.InvalidInput(
            "TopUpNotAllowed",
            $"Account {limits.AccountId} may not buy credit{(refusal.Reason is null ? string.Empty : $": {refusal.Reason}")}; nothing was charged.",
            limits.AccountId,
            "Look at the account's billing in the dashboard, under AI > AI Gateway > Credits Available > Manage."));
        return false;
    }

    private string Describe(AiGatewayCredit? credit, string currency)
    {
        string card = PaymentMethodId ?? credit?.PaymentMethod?.ToString() ?? "the default card";
        string balance = credit is null ? string.Empty : $" (balance now {credit})";
        return $"Charge {Money.Text(Amount, currency)}, fees and taxes apart, to {card}, and add it as credit{balance}";
    }

    /// <summary>Looks at something that only helps to be careful: what cannot be read does not stop the payment, unless nothing could succeed.</summary>
    private T? Look<T>(Func<CallContext, Task<T>> read)
        where T : class
    {
        try
        {
            return Await(read);
        }
        catch (AiGatewayException failure) when (!ErrorRecords.EndsCommand(failure))
        {
            WriteVerbose($"Going on without it: {failure.Message}");
            return null;
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, null);
            throw;
        }
    }
}
