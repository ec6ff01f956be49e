using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// What calling a model needs to know of stored keys: whether there is one that works. The service finds the secret by its name, so a key
/// whose secret was deleted, renamed or closed to AI Gateway is no key.
/// </summary>
internal static class ProviderKeyFinder
{
    /// <summary>Finds the stored key that a call would use.</summary>
    /// <param name="tables">The resources.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="provider">The provider's slug.</param>
    /// <param name="alias">The alias that the call names; null for the provider's default key, else the one called <c>default</c>.</param>
    /// <param name="now">The time of the call: a secret that is still pending does not count.</param>
    /// <returns>The key and the secret that holds it; null when there is none that works.</returns>
    public static (StoredProviderKey Key, StoredSecret Secret)? FindActive(
        StateTables tables, string accountId, string gatewayId, string provider, string? alias, DateTimeOffset now)
    {
        if (ProviderKeyTable.StoreOf(tables, accountId, gatewayId) is not string storeId || Find(tables, accountId, gatewayId, provider, alias) is not StoredProviderKey key)
        {
            return null;
        }

        string name = ProviderKeyTable.SecretName(gatewayId, provider, key.Alias);
        return SecretTables.FindByName(tables, accountId, storeId, name) is StoredSecret secret && secret.HasScope(ProviderKeySecrets.Scope) && secret.IsReady(now)
            ? (key, secret)
            : null;
    }

    /// <summary>The aliases under which a gateway has keys of a provider, whether their secrets work or not.</summary>
    public static IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider)
    {
        var aliases = new List<string>();
        foreach (StoredProviderKey key in ProviderKeyTable.All(tables, accountId, gatewayId))
        {
            if (key.Provider == provider)
            {
                aliases.Add(key.Alias);
            }
        }

        return aliases;
    }

    private static StoredProviderKey? Find(StateTables tables, string accountId, string gatewayId, string provider, string? alias)
    {
        StoredProviderKey? found = null;
        foreach (StoredProviderKey key in ProviderKeyTable.All(tables, accountId, gatewayId))
        {
            if (key.Provider == provider && (alias is null ? key.IsDefault || (found is null && key.Alias == "default") : key.Alias == alias))
            {
                found = key;
            }
        }

        return found;
    }
}
