using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the credit of an account, from which Unified Billing pays, with the card and the automatic top-up.</summary>
/// <remarks>Source: <c>aig-billing-get-credit-balance</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayCredit")]
[OutputType(typeof(AiGatewayCredit))]
public sealed class GetAiGatewayCreditCommand : ConnectedCommand
{
    private protected override string ResourceName => "Credit";

    /// <summary>Writes the credit of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.Billing.GetCreditAsync(accountId, call), out AiGatewayCredit credit))
        {
            WriteObject(credit);
        }
    }
}
