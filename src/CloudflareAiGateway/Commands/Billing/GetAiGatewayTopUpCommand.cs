using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets top-ups: the payments so far, newest first; how far one of them is; or what may be topped up at all.</summary>
/// <remarks>
/// Source: <c>aig-billing-get-invoice-history</c>, <c>aig-billing-check-topup-status</c>, <c>aig-billing-get-topup-limits</c>,
/// <c>aig-billing-topup-eligibility</c>.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayTopUp", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(AiGatewayTopUp), ParameterSetName = new[] { ListSet, StatusSet })]
[OutputType(typeof(AiGatewayTopUpLimit), ParameterSetName = new[] { LimitsSet })]
public sealed class GetAiGatewayTopUpCommand : ListCommand
{
    private const string ListSet = "List";
    private const string StatusSet = "Status";
    private const string LimitsSet = "Limits";

    /// <summary>The id of a payment, which is that of its invoice: asks how far it is.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = StatusSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? PaymentIntentId { get; set; }

    /// <summary>The least and the greatest amount of a top-up, and whether the account may top up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LimitsSet)]
    public SwitchParameter Limits { get; set; }

    private protected override string ResourceName => "TopUp";

    /// <summary>Writes what was asked for of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            if (Limits)
            {
                WriteItem(ReadLimits(accountId));
            }
            else if (PaymentIntentId is { } id)
            {
                TopUpStatus status = Await(call => Client.Billing.GetTopUpStatusAsync(accountId, id, call));
                WriteItem(new AiGatewayTopUp { AccountId = accountId, PaymentIntentId = id, Status = status });
            }
            else
            {
                WriteList(int.MaxValue, (page, call) => ListAsync(accountId, page, call), topUp => accountId + topUp.PaymentIntentId);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, PaymentIntentId ?? accountId);
        }
    }

    /// <summary>The limits can be read by tokens that may not ask for the eligibility; that is then unknown.</summary>
    private AiGatewayTopUpLimit ReadLimits(string accountId)
    {
        AiGatewayTopUpLimit limits = Await(call => Client.Billing.GetTopUpLimitsAsync(accountId, call));
        try
        {
            return Await(call => Client.Billing.CheckEligibilityAsync(limits, call));
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.Forbidden)
        {
            WriteVerbose($"Whether the account may top up is left open. {failure.Message}");
            return limits;
        }
    }

    private async Task<ResultPage<AiGatewayTopUp>> ListAsync(string accountId, int page, CallContext call)
    {
        ResultPage<AiGatewayInvoice> invoices = await Client.Billing.ListInvoicesAsync(accountId, InvoiceType.All, page, call).ConfigureAwait(false);
        List<AiGatewayTopUp> topUps = invoices.Items.Select(Of).ToList();
        return new ResultPage<AiGatewayTopUp>(topUps, invoices.Number, invoices.Size, invoices.TotalCount);
    }

    private static AiGatewayTopUp Of(AiGatewayInvoice invoice) => new()
    {
        PaymentIntentId = invoice.Id,
        AccountId = invoice.AccountId,
        Amount = invoice.AmountDue,
        Currency = invoice.Currency,
        Status = invoice.Status.ToUpperInvariant() switch
        {
            "PAID" => TopUpStatus.Completed,
            "OPEN" or "DRAFT" => TopUpStatus.Pending,
            "VOID" or "UNCOLLECTIBLE" => TopUpStatus.Failed,
            _ => TopUpStatus.Unknown,
        },
        Created = invoice.Created,
    };
}
