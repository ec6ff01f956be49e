using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Works out which members of a document have to be sent so that it becomes what was asked for.</summary>
internal static class MemberPatch
{
    /// <summary>Compares member by member.</summary>
    /// <param name="current">The document as it is.</param>
    /// <param name="wanted">The members that were asked for.</param>
    /// <param name="rules">What the resource knows of its members.</param>
    /// <returns>The members that differ in meaning, whole, and each difference in them.</returns>
    public static (JsonObject Members, IReadOnlyList<GatewayDifference> Differences) Find(JsonObject current, JsonObject wanted, ComparisonRules rules)
    {
        var members = new JsonObject();
        var differences = new List<GatewayDifference>();
        foreach (KeyValuePair<string, JsonNode?> member in wanted)
        {
            var single = new JsonObject { [member.Key] = member.Value?.DeepClone() };
            IReadOnlyList<GatewayDifference> found = JsonDifference.Find(current, single, rules, onlyWanted: true);
            if (found.Count > 0)
            {
                members[member.Key] = member.Value?.DeepClone();
                differences.AddRange(found);
            }
        }

        return (members, differences);
    }

    /// <summary>The document with members replaced.</summary>
    public static JsonObject Apply(JsonObject current, JsonObject members)
    {
        var merged = (JsonObject)current.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            merged[member.Key] = member.Value?.DeepClone();
        }

        return merged;
    }
}
