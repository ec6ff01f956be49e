using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Changes settings on a gateway's raw document, so that members which this version does not know survive.</summary>
internal static class GatewayDocument
{
    /// <summary>The document with the changes.</summary>
    /// <param name="current">As the API gave it.</param>
    /// <param name="changes">Wire name to new value, as <see cref="SettingsWriter"/> wrote it.</param>
    public static JsonObject Merge(JsonObject current, JsonObject changes)
    {
        var merged = (JsonObject)current.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> change in changes)
        {
            if (change.Value is null && GatewayRules.NeverNull.Contains(change.Key))
            {
                merged.Remove(change.Key);
            }
            else
            {
                merged[change.Key] = change.Value?.DeepClone();
            }
        }

        KeepRuleIds(current, merged);
        return merged;
    }

    /// <summary>The body that puts a document: settings only, complete.</summary>
    public static JsonObject ToBody(JsonObject document)
    {
        var body = (JsonObject)document.DeepClone();
        foreach (string name in GatewayRules.ReadOnly)
        {
            body.Remove(name);
        }

        foreach (string name in GatewayRules.NeverNull)
        {
            if (body.ContainsKey(name) && body[name] is null)
            {
                body.Remove(name);
            }
        }

        GatewayRules.AddRequired(body);
        return body;
    }

    /// <summary>
    /// A rule given without an id is the rule at that place when it is otherwise the same: it keeps its id, and with it what the
    /// service has counted for it.
    /// </summary>
    private static void KeepRuleIds(JsonObject current, JsonObject merged)
    {
        if (Rules(current) is not JsonArray old || Rules(merged) is not JsonArray wanted)
        {
            return;
        }

        for (int i = 0; i < wanted.Count && i < old.Count; i++)
        {
            if (wanted[i] is JsonObject rule && rule["id"] is null && old[i] is JsonObject before && before["id"] is JsonNode id && Same(before, rule))
            {
                rule["id"] = id.DeepClone();
            }
        }
    }

    private static JsonArray? Rules(JsonObject document) => (document["spend_limits"] as JsonObject)?["rules"] as JsonArray;

    private static bool Same(JsonObject before, JsonObject rule) => JsonDifference.Find(Alone(before), Alone(rule), GatewayRules.Comparison).Count == 0;

    private static JsonObject Alone(JsonObject rule) =>
        new() { ["spend_limits"] = new JsonObject { ["rules"] = new JsonArray(rule.DeepClone()) } };
}
