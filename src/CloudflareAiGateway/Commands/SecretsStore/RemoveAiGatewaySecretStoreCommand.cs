using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes a Secrets Store. It counts the secrets in it first; with some, it wants -Force, which deletes them, too.</summary>
/// <remarks>Source: <c>secrets-store-delete-by-id</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewaySecretStore", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewaySecretStoreCommand : ConnectedCommand
{
    private const string NameSet = "Name";
    private const string IdSet = "Id";

    /// <summary>The store's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The store's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string StoreId { get; set; } = string.Empty;

    /// <summary>Deletes the secrets in it, too, and with them every provider key that uses one.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string ResourceName => "SecretStore";

    /// <summary>Deletes one store.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            string storeId = ParameterSetName == IdSet ? StoreId : FindId(accountId);
            long secrets = Await(call => Client.Secrets.CountAsync(accountId, storeId, call));
            if (secrets > 0 && !Force)
            {
                WriteError(ErrorRecords.InvalidInput(
                    "SecretStoreNotEmpty",
                    $"Secrets Store {storeId} has {Count(secrets)} in it; nothing was deleted.",
                    storeId,
                    "Look at them with Get-AiGatewaySecret, then remove them, or use -Force, which deletes them with the store and breaks every provider key that uses one."));
                return;
            }

            if (ShouldProcess($"Secrets Store {storeId} (account {accountId})", secrets == 0 ? "Delete" : $"Delete with {Count(secrets)} in it"))
            {
                Await(call => Client.SecretStores.DeleteAsync(accountId, storeId, Force, call));
                CompletionCache.Clear();
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, ParameterSetName == IdSet ? StoreId : Name);
        }
    }

    private static string Count(long secrets) => secrets == 1 ? "1 secret" : $"{secrets} secrets";

    private string FindId(string accountId)
    {
        ResultPage<AiGatewaySecretStore> page = Await(call => Client.SecretStores.ListAsync(accountId, page: 1, pageSize: 100, call));
        return page.Items.FirstOrDefault(store => string.Equals(store.Name, Name, StringComparison.Ordinal))?.Id
            ?? throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"The account has no Secrets Store called '{Name}'.")
            {
                RecommendedAction = "Check the name, which is case-sensitive; Get-AiGatewaySecretStore lists what is there.",
            };
    }
}
