using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The prices of an account, for their endpoints and for the host through which models are called.</summary>
internal static class ModelPriceTable
{
    public static DocumentTable Of(StateTables tables, string accountId) => tables.Table("custom_provider_costs", accountId);

    /// <summary>
    /// The price that counts for a model: of those that are on, one for that very name, or else for its longest beginning, or else for the
    /// longest part of it.
    /// </summary>
    /// <param name="tables">The resources.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="providerId">The id of the custom provider.</param>
    /// <param name="model">The model's name, without the provider.</param>
    public static ModelPriceEntry? Find(StateTables tables, string accountId, string providerId, string model)
    {
        JsonObject? best = null;
        foreach (StoredDocument document in Of(tables, accountId).InOrder)
        {
            JsonObject members = document.Members();
            if (members.Text("account_provider_id") == providerId && members.Flag("enable") && Fits(members, model) && IsBefore(members, best))
            {
                best = members;
            }
        }

        return best is null ? null : new ModelPriceEntry(best.Text("id")!, best.Text("model")!, Rule(best), ReadUnits(best));
    }

    /// <summary>The same by the provider's slug as it is called.</summary>
    /// <param name="tables">The resources.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="provider"><c>custom-</c> and the slug; other providers have no prices here.</param>
    /// <param name="model">The model's name, without the provider.</param>
    public static ModelPriceEntry? FindByProvider(StateTables tables, string accountId, string provider, string model) =>
        provider.StartsWith(CustomProviderTable.Prefix, StringComparison.Ordinal)
        && CustomProviderTable.FindDocument(tables, accountId, provider[CustomProviderTable.Prefix.Length..]) is StoredDocument document
            ? Find(tables, accountId, document.Id, model)
            : null;

    /// <summary>The price of exactly that name and rule, on or off.</summary>
    public static StoredDocument? FindSame(StateTables tables, string accountId, JsonObject price)
    {
        foreach (StoredDocument document in Of(tables, accountId).InOrder)
        {
            JsonObject members = document.Members();
            if (members.Text("account_provider_id") == price.Text("account_provider_id") && members.Text("model") == price.Text("model") && Rule(members) == Rule(price))
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>Removes all prices of a provider.</summary>
    public static void RemoveOf(StateTables tables, string accountId, string providerId)
    {
        DocumentTable table = Of(tables, accountId);
        foreach (StoredDocument document in new List<StoredDocument>(table.InOrder))
        {
            if (document.Members().Text("account_provider_id") == providerId)
            {
                table.Remove(document.Id);
            }
        }
    }

    private static string Rule(JsonObject members) => members.Text("model_rule") ?? "equals";

    private static bool Fits(JsonObject members, string model)
    {
        string name = members.Text("model")!;
        return Rule(members) switch
        {
            "starts-with" => model.StartsWith(name, StringComparison.Ordinal),
            "contains" => model.Contains(name, StringComparison.Ordinal),
            _ => model == name,
        };
    }

    private static bool IsBefore(JsonObject one, JsonObject? other)
    {
        if (other is null)
        {
            return true;
        }

        int rule = Array.IndexOf(ModelPriceRules.Kinds, Rule(one));
        int otherRule = Array.IndexOf(ModelPriceRules.Kinds, Rule(other));
        return rule != otherRule ? rule < otherRule : one.Text("model")!.Length > other.Text("model")!.Length;
    }

    private static Dictionary<string, decimal> ReadUnits(JsonObject members)
    {
        var units = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (members.Text("token_pricing") is string text && JsonNode.Parse(text) is JsonObject pricing)
        {
            foreach (KeyValuePair<string, JsonNode?> unit in pricing)
            {
                units[unit.Key] = unit.Value!.GetValue<decimal>();
            }
        }

        AddOlder(units, "input_tokens", members["cost_in"]);
        AddOlder(units, "output_tokens", members["cost_out"]);
        return units;
    }

    private static void AddOlder(Dictionary<string, decimal> units, string unit, JsonNode? cost)
    {
        if (cost is not null)
        {
            units.TryAdd(unit, cost.GetValue<decimal>());
        }
    }
}
