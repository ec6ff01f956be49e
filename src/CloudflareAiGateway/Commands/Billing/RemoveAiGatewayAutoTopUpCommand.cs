using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Removes the automatic top-up of an account: calls stop when the credit is used up, so it asks first. Cloudflare refuses it to API tokens
/// at present; the error says where to do it.
/// </summary>
/// <remarks>Source: <c>aig-billing-get-topup-config</c>, <c>aig-billing-delete-topup-config</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayAutoTopUp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayAutoTopUpCommand : ConnectedCommand
{
    private protected override string ResourceName => "AutoTopUp";

    /// <summary>Removes it from one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (!TryAwait(accountId, call => Client.Billing.GetAutoTopUpAsync(accountId, call), out AiGatewayAutoTopUp current))
        {
            return;
        }

        if (!current.Enabled)
        {
            WriteVerbose($"Account {accountId} has no automatic top-up; nothing was sent.");
        }
        else if (ShouldProcess($"account {accountId}", $"Remove the automatic top-up ({current}); calls stop when the credit is used up"))
        {
            TryAwait(accountId, call => RemoveAsync(accountId, call), out bool _);
        }
    }

    private async Task<bool> RemoveAsync(string accountId, CallContext call)
    {
        await Client.Billing.RemoveAutoTopUpAsync(accountId, call).ConfigureAwait(false);
        return true;
    }
}
