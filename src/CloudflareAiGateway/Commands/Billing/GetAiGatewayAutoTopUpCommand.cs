using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the automatic top-up of an account.</summary>
/// <remarks>Source: <c>aig-billing-get-topup-config</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayAutoTopUp")]
[OutputType(typeof(AiGatewayAutoTopUp))]
public sealed class GetAiGatewayAutoTopUpCommand : ConnectedCommand
{
    private protected override string ResourceName => "AutoTopUp";

    /// <summary>Writes the automatic top-up of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.Billing.GetAutoTopUpAsync(accountId, call), out AiGatewayAutoTopUp topUp))
        {
            WriteObject(topUp);
        }
    }
}
