using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Spend rules as JSON: inside a gateway's document, typed, and changed member by member.</summary>
internal static class SpendRuleDocument
{
    private const string Place = "SpendLimits.Rules[0].";

    /// <summary>A copy of the document's <c>spend_limits</c> with a list of rules to work on.</summary>
    public static JsonObject Limits(JsonObject gateway)
    {
        JsonObject limits = gateway["spend_limits"]?.DeepClone() as JsonObject ?? new JsonObject { ["enabled"] = false };
        if (limits["rules"] is not JsonArray)
        {
            limits["rules"] = new JsonArray();
        }

        return limits;
    }

    /// <summary>The rules of a copy.</summary>
    public static JsonArray Rules(JsonObject limits) => (JsonArray)limits["rules"]!;

    /// <summary>Where a rule stands.</summary>
    /// <returns>Its place, or -1.</returns>
    public static int IndexOf(JsonArray rules, string ruleId)
    {
        for (int i = 0; i < rules.Count; i++)
        {
            if (rules[i] is JsonObject rule && rule["id"] is JsonValue id && id.ToString() == ruleId)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the gateway applies its rules.</summary>
    public static bool IsEnabled(JsonObject limits) => limits["enabled"]?.ToString() is "true" or "True" or "1";

    /// <summary>Chosen here rather than by the service, so that the rule is known again in the answer, and a repeated update adds it once.</summary>
    public static string NewId(JsonArray rules)
    {
        string id;
        do
        {
            id = RandomNumberGenerator.GetHexString(8, lowercase: true);
        }
        while (IndexOf(rules, id) >= 0);
        return id;
    }

    /// <summary>Changes members of a rule; all others stay.</summary>
    public static void Change(JsonObject rule, IReadOnlyDictionary<string, object?> settings)
    {
        foreach (KeyValuePair<string, object?> setting in settings)
        {
            switch (setting.Key)
            {
                case "model" or "provider":
                    SetFilter(rule, setting.Key, (string[]?)setting.Value);
                    break;
                case "metadata":
                    Filters(rule, (IReadOnlyDictionary<string, string[]>)setting.Value!);
                    break;
                case "partition_by":
                    Partitions(rule, (string[])setting.Value!);
                    break;
                default:
                    rule[setting.Key] = new SettingsWriter().Write(new Dictionary<string, object?> { [setting.Key] = setting.Value })[setting.Key]?.DeepClone();
                    break;
            }
        }
    }

    /// <summary>Reads a rule.</summary>
    public static AiGatewaySpendRule Read(JsonNode? node, string accountId, string gateway, bool limitsEnabled) =>
        Read((node as JsonObject)?.Deserialize<SpendLimitRule>(WireJson.Options) ?? new SpendLimitRule(), accountId, gateway, limitsEnabled);

    /// <summary>Flattens a rule.</summary>
    public static AiGatewaySpendRule Read(SpendLimitRule rule, string accountId, string gateway, bool limitsEnabled)
    {
        IEnumerable<KeyValuePair<string, SpendLimitDimension>> metadata = rule.Metadata ?? new Dictionary<string, SpendLimitDimension>();
        string[] partitions = [.. metadata.Where(entry => entry.Value.Mode is SpendLimitMode.Partition).Select(entry => entry.Key)];
        var filters = new Hashtable();
        foreach (KeyValuePair<string, SpendLimitDimension> entry in metadata.Where(entry => entry.Value.Mode is SpendLimitMode.Filter))
        {
            filters[entry.Key] = entry.Value.Values ?? [];
        }

        return new AiGatewaySpendRule
        {
            Id = rule.Id ?? string.Empty,
            AccountId = accountId,
            GatewayId = gateway,
            Enabled = rule.Enabled ?? true,
            SpendLimitsEnabled = limitsEnabled,
            Limit = rule.Limit,
            LimitType = rule.LimitType,
            Window = rule.Window,
            Technique = rule.Technique ?? RateLimitingTechnique.Sliding,
            Model = rule.Model?.Values,
            Provider = rule.Provider?.Values,
            Metadata = filters.Count == 0 ? null : filters,
            PartitionBy = partitions.Length == 0 ? null : partitions,
        };
    }

    /// <summary>What differs between two forms of a rule, in the names that users know.</summary>
    public static IEnumerable<GatewayDifference> Differences(JsonObject before, JsonObject after) =>
        JsonDifference.Find(Alone(before), Alone(after), GatewayRules.Comparison)
            .Where(d => !IsImplied(d))
            .Select(d => new GatewayDifference(d.Setting.StartsWith(Place, StringComparison.Ordinal) ? d.Setting[Place.Length..] : d.Setting, d.OldValue, d.NewValue));

    /// <summary>That a dimension with values is a filter goes without saying.</summary>
    private static bool IsImplied(GatewayDifference difference) =>
        difference.Setting.EndsWith(".Mode", StringComparison.Ordinal) && (difference.OldValue, difference.NewValue) is ("filter", "null") or ("null", "filter");

    private static JsonObject Alone(JsonObject rule) =>
        new() { ["spend_limits"] = new JsonObject { ["rules"] = new JsonArray(rule.DeepClone()) } };

    private static void SetFilter(JsonObject rule, string name, string[]? values)
    {
        if (values is null)
        {
            rule.Remove(name);
        }
        else
        {
            rule[name] = Filter(values);
        }
    }

    private static JsonObject Filter(string[] values) =>
        new() { ["mode"] = "filter", ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static void Filters(JsonObject rule, IReadOnlyDictionary<string, string[]> wanted)
    {
        JsonObject metadata = WithoutMode(rule, "filter");
        foreach (KeyValuePair<string, string[]> entry in wanted)
        {
            metadata[entry.Key] = Filter(entry.Value);
        }

        Store(rule, metadata);
    }

    private static void Partitions(JsonObject rule, string[] wanted)
    {
        JsonObject metadata = WithoutMode(rule, "partition");
        foreach (string name in wanted)
        {
            metadata[name] = new JsonObject { ["mode"] = "partition" };
        }

        Store(rule, metadata);
    }

    /// <summary>The rule's metadata without the entries of one mode; those of the other, and of any newer one, stay.</summary>
    private static JsonObject WithoutMode(JsonObject rule, string mode)
    {
        JsonObject metadata = rule["metadata"]?.DeepClone() as JsonObject ?? [];
        foreach (string name in metadata.Where(entry => (entry.Value as JsonObject)?["mode"]?.ToString() == mode).Select(entry => entry.Key).ToArray())
        {
            metadata.Remove(name);
        }

        return metadata;
    }

    private static void Store(JsonObject rule, JsonObject metadata)
    {
        if (metadata.Count == 0)
        {
            rule.Remove("metadata");
        }
        else
        {
            rule["metadata"] = metadata;
        }
    }
}
