using System.Management.Automation;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the invoices of an account for credit, newest first, or the invoice of the current period as it stands.</summary>
/// <remarks>Source: <c>aig-billing-get-invoice-history</c>, <c>aig-billing-get-invoice-preview</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayInvoice", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(AiGatewayInvoice), ParameterSetName = new[] { ListSet })]
[OutputType(typeof(AiGatewayInvoicePreview), ParameterSetName = new[] { PreviewSet })]
public sealed class GetAiGatewayInvoiceCommand : ListCommand
{
    private const string ListSet = "List";
    private const string PreviewSet = "Preview";

    /// <summary>Which invoices: all, those of automatic top-ups, or the others.</summary>
    [Parameter(ParameterSetName = ListSet, Position = 0)]
    [Alias("Type")]
    [ChoiceTransformation(typeof(InvoiceType))]
    public InvoiceType InvoiceType { get; set; } = InvoiceType.All;

    /// <summary>The invoice of the current period instead, as it stands now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PreviewSet)]
    public SwitchParameter Preview { get; set; }

    private protected override string ResourceName => "Invoice";

    /// <summary>Writes the invoices of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            if (Preview)
            {
                WriteItem(Await(call => Client.Billing.GetInvoicePreviewAsync(accountId, call)));
            }
            else
            {
                // No page size that -Skip could count with: how further pages are asked for is not documented.
                WriteList(int.MaxValue, (page, call) => Client.Billing.ListInvoicesAsync(accountId, InvoiceType, page, call), invoice => accountId + invoice.Id);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, accountId);
        }
    }
}
