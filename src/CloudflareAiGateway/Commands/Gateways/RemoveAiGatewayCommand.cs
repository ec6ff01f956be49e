using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes gateways with their logs. There is no way back, so it asks first; -Confirm:$false does not.</summary>
/// <remarks>Source: <c>aig-config-delete-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGateway", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayCommand : GatewayWriteCommand
{
    /// <summary>Deletes one gateway.</summary>
    private protected override void ProcessGateway()
    {
        string accountId = ResolveAccountId();
        if (ShouldProcess(Describe(accountId), "Delete the gateway with its logs and settings"))
        {
            TryAwait(Current, call => Delete(accountId, call), out bool _);
        }
    }

    private async Task<bool> Delete(string accountId, CallContext call)
    {
        await Client.Gateways.DeleteAsync(accountId, Current, call).ConfigureAwait(false);
        CompletionCache.Clear();
        return true;
    }
}
