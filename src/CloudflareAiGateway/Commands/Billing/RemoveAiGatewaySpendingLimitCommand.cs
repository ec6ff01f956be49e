using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>Removes the account-wide spending limit. The API sets none any more, so there is no way back, and it asks first.</summary>
/// <remarks>Source: <c>aig-billing-get-spending-limit</c>, <c>aig-billing-delete-spending-limit</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewaySpendingLimit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewaySpendingLimitCommand : ConnectedCommand
{
    private protected override string ResourceName => "SpendingLimit";

    /// <summary>Removes the limit of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (!TryAwait(accountId, call => Client.Billing.GetSpendingLimitAsync(accountId, call), out AiGatewaySpendingLimit limit))
        {
            return;
        }

        if (limit is { Enabled: false, Amount: null })
        {
            WriteVerbose($"Account {accountId} has no spending limit; nothing was sent.");
        }
        else if (ShouldProcess($"account {accountId}", $"Remove the spending limit ({limit}) for good: the API sets none any more"))
        {
            TryAwait(accountId, call => RemoveAsync(accountId, call), out bool _);
        }
    }

    private async Task<bool> RemoveAsync(string accountId, CallContext call)
    {
        await Client.Billing.RemoveSpendingLimitAsync(accountId, call).ConfigureAwait(false);
        return true;
    }
}
