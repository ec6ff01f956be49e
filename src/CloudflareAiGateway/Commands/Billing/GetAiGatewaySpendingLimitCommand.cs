using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the account-wide spending limit, an old feature. Spend rules of gateways have taken its place.</summary>
/// <remarks>Source: <c>aig-billing-get-spending-limit</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewaySpendingLimit")]
[OutputType(typeof(AiGatewaySpendingLimit))]
public sealed class GetAiGatewaySpendingLimitCommand : ConnectedCommand
{
    private protected override string ResourceName => "SpendingLimit";

    /// <summary>Writes the limit of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.Billing.GetSpendingLimitAsync(accountId, call), out AiGatewaySpendingLimit limit))
        {
            WriteObject(limit);
        }
    }
}
