using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Deletes secrets. Those of one pipeline are gathered, and go in one call per store when the pipeline ends; what was not deleted is an
/// error each. There is no way back, so it asks for each.
/// </summary>
/// <remarks>Source: <c>secrets-store-secret-delete-by-id</c>, <c>secrets-store-delete-bulk</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewaySecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewaySecretCommand : SecretItemCommand
{
    private readonly Dictionary<(string AccountId, string StoreId), SecretBatch> _stores = new();

    /// <summary>Finds a secret; from the second one of a store on in its list, which is read once, as each look-up would cost a call.</summary>
    private protected override AiGatewaySecret Find(string accountId, string storeId, string nameOrId)
    {
        if (!_stores.TryGetValue((accountId, storeId), out SecretBatch? batch))
        {
            _stores.Add((accountId, storeId), batch = new SecretBatch());
            return base.Find(accountId, storeId, nameOrId);
        }

        if (!batch.IsListed)
        {
            ReadList(accountId, storeId, batch);
        }

        // One that is newer than the list is looked up by itself.
        return batch.Find(nameOrId, byName: Name is not null) ?? base.Find(accountId, storeId, nameOrId);
    }

    private protected override void ProcessSecret(AiGatewaySecret secret)
    {
        if (ShouldProcess(Describe(secret), "Delete"))
        {
            _stores[(secret.AccountId, secret.StoreId)].Add(secret);
        }
    }

    /// <summary>Deletes what was gathered.</summary>
    protected override void EndProcessing()
    {
        foreach (KeyValuePair<(string AccountId, string StoreId), SecretBatch> store in _stores)
        {
            if (store.Value.Chosen.Count > 0)
            {
                Delete(store.Key.AccountId, store.Key.StoreId, store.Value.Chosen);
            }
        }
    }

    private void Delete(string accountId, string storeId, IReadOnlyList<AiGatewaySecret> secrets)
    {
        var ids = new List<string>();
        foreach (AiGatewaySecret secret in secrets)
        {
            ids.Add(secret.Id);
        }

        IReadOnlyDictionary<string, AiGatewayException> failures = Await(call => Client.Secrets.DeleteAsync(accountId, storeId, ids, call));
        CompletionCache.Clear();
        WriteVerbose($"{ids.Count - failures.Count} of {ids.Count} secrets deleted.");
        foreach (AiGatewaySecret secret in secrets)
        {
            if (failures.TryGetValue(secret.Id, out AiGatewayException? failure))
            {
                Fail(failure, secret.Name);
            }
        }
    }

    private void ReadList(string accountId, string storeId, SecretBatch batch)
    {
        for (int number = 1; !batch.IsListed; number++)
        {
            batch.Take(Await(call => Client.Secrets.ListAsync(accountId, storeId, null, number, pageSize: 100, call)));
        }
    }
}
