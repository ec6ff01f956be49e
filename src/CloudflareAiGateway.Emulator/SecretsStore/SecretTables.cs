using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Where stores and secrets are kept.</summary>
internal static class SecretTables
{
    private const string StoreKind = "secret_stores";
    private const string SecretKind = "secrets";

    /// <summary>The stores of an account.</summary>
    public static DocumentTable Stores(StateTables tables, string accountId) => tables.Table(StoreKind, accountId);

    /// <summary>The secrets of a store.</summary>
    public static DocumentTable Secrets(StateTables tables, string accountId, string storeId) => tables.Table(SecretKind, Scope(accountId, storeId));

    /// <summary>Removes a store with its secrets.</summary>
    public static void DropStore(StateTables tables, string accountId, string storeId)
    {
        Stores(tables, accountId).Remove(storeId);
        tables.Drop(SecretKind, Scope(accountId, storeId));
    }

    /// <summary>How many secrets an account has.</summary>
    public static int Count(StateTables tables, string accountId)
    {
        int count = 0;
        foreach (StoredDocument store in Stores(tables, accountId).InOrder)
        {
            count += Secrets(tables, accountId, store.Id).InOrder.Count;
        }

        return count;
    }

    /// <summary>The secret of a name; null when there is none.</summary>
    public static StoredSecret? FindByName(StateTables tables, string accountId, string storeId, string name)
    {
        foreach (StoredSecret secret in All(tables, accountId, storeId))
        {
            if (secret.Name == name)
            {
                return secret;
            }
        }

        return null;
    }

    /// <summary>The secret of an id; null when there is none.</summary>
    public static StoredSecret? Find(StateTables tables, string accountId, string storeId, string secretId) =>
        Secrets(tables, accountId, storeId).Find(secretId) is StoredDocument document ? StoredSecret.Read(document) : null;

    /// <summary>The secrets of a store, the oldest first.</summary>
    public static IEnumerable<StoredSecret> All(StateTables tables, string accountId, string storeId)
    {
        foreach (StoredDocument document in Secrets(tables, accountId, storeId).InOrder)
        {
            yield return StoredSecret.Read(document);
        }
    }

    /// <summary>Keeps a secret, new or changed.</summary>
    public static void Put(StateTables tables, string accountId, StoredSecret secret) =>
        Secrets(tables, accountId, secret.StoreId).Put(secret.ToDocument());

    /// <summary>A new id, in the form of the service.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");

    private static string Scope(string accountId, string storeId) => $"{accountId}/secrets_store/{storeId}";
}
