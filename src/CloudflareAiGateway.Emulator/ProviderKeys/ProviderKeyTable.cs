using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Where the provider keys of a gateway are kept; they go with it.</summary>
internal static class ProviderKeyTable
{
    private const string Kind = "provider_configs";

    public static DocumentTable Of(StateTables tables, string accountId, string gatewayId) =>
        tables.Table(Kind, GatewayEndpoints.Scope(accountId, gatewayId));

    /// <summary>The keys of a gateway, the oldest first.</summary>
    public static IEnumerable<StoredProviderKey> All(StateTables tables, string accountId, string gatewayId)
    {
        foreach (StoredDocument document in Of(tables, accountId, gatewayId).InOrder)
        {
            yield return StoredProviderKey.Read(document);
        }
    }

    /// <summary>The name under which the service looks for a key's secret.</summary>
    public static string SecretName(string gatewayId, string provider, string alias) => $"{gatewayId}_{provider}_{alias}";

    /// <summary>The store that a gateway keeps its keys in; null when it has none, or when there is no such gateway.</summary>
    public static string? StoreOf(StateTables tables, string accountId, string gatewayId)
    {
        if (GatewayEndpoints.Table(tables, accountId).Find(gatewayId) is not StoredDocument gateway)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(gateway.Json);
        return document.RootElement.TryGetProperty("store_id", out JsonElement store) && store.ValueKind == JsonValueKind.String
            ? store.GetString()
            : null;
    }
}
