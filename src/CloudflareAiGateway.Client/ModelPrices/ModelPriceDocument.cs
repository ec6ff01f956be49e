using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// A price's document between answers, which have <c>token_pricing</c> as a text, and requests, which have it as an object. Prices are
/// changed on the raw object, so that kinds of price which this version does not know survive.
/// </summary>
internal static class ModelPriceDocument
{
    /// <summary>How prices are compared: an amount is compared as a number.</summary>
    public static readonly ComparisonRules Comparison = new()
    {
        Defaults = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["model_rule"] = "equals",
            ["cost_type"] = "tokens",
        },
    };

    private const string Pricing = "token_pricing";

    /// <summary>The older members that say the same as two of the prices.</summary>
    private static readonly Dictionary<string, string> s_mirrored = new(StringComparer.Ordinal)
    {
        ["input_tokens"] = "cost_in",
        ["output_tokens"] = "cost_out",
    };

    /// <summary>The document with its prices as an object.</summary>
    public static JsonObject WithPricingObject(JsonObject document)
    {
        var copy = (JsonObject)document.DeepClone();
        if (copy.ContainsKey(Pricing))
        {
            copy[Pricing] = Parse(copy[Pricing]);
        }

        return copy;
    }

    /// <summary>A document with those of its prices alone that another one has.</summary>
    public static JsonObject OnlyPricesOf(JsonObject wanted, JsonObject document)
    {
        JsonObject copy = WithPricingObject(document);
        if (copy[Pricing] is JsonObject pricing && wanted[Pricing] is JsonObject named)
        {
            foreach (string name in new List<string>(((IDictionary<string, JsonNode?>)pricing).Keys))
            {
                if (!named.ContainsKey(name))
                {
                    pricing.Remove(name);
                }
            }
        }

        return copy;
    }

    /// <summary>The members that make a change.</summary>
    /// <param name="current">The price as it is, with its prices as an object; empty for a new one.</param>
    /// <param name="change">What is wanted.</param>
    public static JsonObject Wanted(JsonObject current, ModelPriceChange change)
    {
        JsonObject wanted = new SettingsWriter().Write(change.Members);
        if (change.Prices.Count == 0)
        {
            return wanted;
        }

        var pricing = (JsonObject?)(wanted[Pricing] ?? current[Pricing])?.DeepClone() ?? [];
        foreach (KeyValuePair<string, decimal?> price in change.Prices)
        {
            if (price.Value is not decimal amount)
            {
                pricing.Remove(price.Key);
                continue;
            }

            pricing[price.Key] = amount;

            // Which of the two the service reckons with is not documented, so they have to agree.
            if (s_mirrored.TryGetValue(price.Key, out string? mirror) && !wanted.ContainsKey(mirror))
            {
                wanted[mirror] = amount;
            }
        }

        wanted[Pricing] = pricing;
        return wanted;
    }

    /// <summary>Differences as users know prices: per million tokens, under the parameter's name.</summary>
    public static IReadOnlyList<GatewayDifference> Shown(IReadOnlyList<GatewayDifference> differences)
    {
        const string Prefix = "TokenPricing.";
        var shown = new List<GatewayDifference>(differences.Count);
        foreach (GatewayDifference difference in differences)
        {
            string? name = difference.Setting.StartsWith(Prefix, StringComparison.Ordinal)
                ? PriceName.Of(WireSpelling.SnakeCase(difference.Setting[Prefix.Length..]))
                : null;
            shown.Add(name is null ? difference : new GatewayDifference(name, Amount(name, difference.OldValue), Amount(name, difference.NewValue)));
        }

        return shown;
    }

    private static string Amount(string name, string perUnit) =>
        decimal.TryParse(perUnit, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) ? PriceName.Show(name, amount) : perUnit;

    private static JsonObject? Parse(JsonNode? pricing)
    {
        if (pricing is JsonObject already)
        {
            return (JsonObject)already.DeepClone();
        }

        try
        {
            return pricing is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON, or a name twice: new prices replace all of it.
            return null;
        }
    }
}
