using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Takes a stored key away from its gateway, and on wish its secret from the store, when nothing else uses that as far as can be seen.</summary>
/// <remarks>Source: <c>aig-config-delete-providers</c>, <c>secrets-store-secret-delete-by-id</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayProviderKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayProviderKeyCommand : StoredKeyCommand
{
    /// <summary>Deletes the secret, too.</summary>
    [Parameter]
    public SwitchParameter RemoveSecret { get; set; }

    /// <summary>Removes one key.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidNames())
        {
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            Remove(accountId);
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Provider);
        }
    }

    private void Remove(string accountId)
    {
        AiGatewayProviderKey? key = RemoveSecret ? Find(accountId) : null;
        ProviderKeySecret? secret = key is null ? null : Await(call => Client.ProviderKeys.FindSecretAsync(key, call));
        string id = key?.Id ?? FindId(accountId);
        if (!ShouldProcess(Describe(accountId), Action(secret)))
        {
            return;
        }

        Await(call => Client.ProviderKeys.DeleteAsync(accountId, Gateway, id, call));
        CompletionCache.Clear();
        if (secret?.OtherUse is { } reason)
        {
            WriteWarning($"Secret '{secret.Secret.Name}' stays, because {reason}.");
        }
        else if (secret is not null)
        {
            Delete(secret.Secret);
        }
    }

    private string Action(ProviderKeySecret? secret) =>
        !RemoveSecret ? "Delete; its secret stays"
        : secret is null ? "Delete; its secret is gone already"
        : secret.OtherUse is { } reason ? $"Delete; its secret '{secret.Secret.Name}' stays, because {reason}"
        : $"Delete with its secret '{secret.Secret.Name}'";

    private void Delete(AiGatewaySecret secret)
    {
        IReadOnlyDictionary<string, AiGatewayException> failures =
            Await(call => Client.Secrets.DeleteAsync(secret.AccountId, secret.StoreId, new[] { secret.Id }, call));
        if (failures.Values.FirstOrDefault() is { } failure)
        {
            WriteWarning($"The {KeyText} was removed, but its secret '{secret.Name}' was not: Remove-AiGatewaySecret -SecretId {secret.Id} -StoreId {secret.StoreId}");
            Fail(failure, secret.Name);
        }
    }
}
