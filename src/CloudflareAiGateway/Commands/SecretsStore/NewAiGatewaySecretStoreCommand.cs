using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes the account's Secrets Store.</summary>
/// <remarks>Source: <c>secrets-store-create</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewaySecretStore", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewaySecretStore))]
public sealed class NewAiGatewaySecretStoreCommand : ConnectedCommand
{
    /// <summary>The store's name; left out, the one that the dashboard gives.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default_secrets_store";

    private protected override string ResourceName => "SecretStore";

    /// <summary>Makes one store.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (ShouldProcess($"Secrets Store '{Name}' (account {accountId})", "Create")
            && TryAwait(Name, call => Client.SecretStores.CreateAsync(accountId, Name, call), out AiGatewaySecretStore store))
        {
            CompletionCache.Clear();
            WriteObject(store);
        }
    }
}
