using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Takes hostnames away from a gateway. Clients that use them fail from then on, so it asks first; -Confirm:$false does not.</summary>
/// <remarks>Source: <c>aig-config-delete-custom-domain</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayDomain", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayDomainCommand : DomainCommand
{
    /// <summary>Removes one domain.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidNames(out string hostname))
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (ShouldProcess($"gateway '{Gateway}' (account {accountId})", $"Remove domain '{hostname}'; its DNS record stays"))
        {
            TryAwait(hostname, call => RemoveAsync(accountId, hostname, call), out bool _);
        }
    }

    private async Task<bool> RemoveAsync(string accountId, string hostname, CallContext call)
    {
        await Client.Domains.DeleteAsync(accountId, Gateway, hostname, call).ConfigureAwait(false);
        CompletionCache.Clear();
        return true;
    }
}
