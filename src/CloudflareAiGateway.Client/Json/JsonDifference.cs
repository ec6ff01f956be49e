using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Finds what differs in meaning between two documents, one entry per leaf.</summary>
internal sealed class JsonDifference
{
    private readonly ComparisonRules _rules;
    private readonly bool _ignoreSecrets;
    private readonly List<GatewayDifference> _found = new();

    private JsonDifference(ComparisonRules rules, bool ignoreSecrets)
    {
        _rules = rules;
        _ignoreSecrets = ignoreSecrets;
    }

    /// <summary>Compares two documents.</summary>
    /// <param name="old">The document as it is.</param>
    /// <param name="wanted">The document as it should be.</param>
    /// <param name="rules">What the resource knows of its members.</param>
    /// <param name="onlyWanted">Whether members that only the old document has are passed over, at the top level.</param>
    /// <param name="ignoreSecrets">Whether secrets are passed over, as for answers that may hide them.</param>
    public static IReadOnlyList<GatewayDifference> Find(
        JsonObject old, JsonObject wanted, ComparisonRules rules, bool onlyWanted = false, bool ignoreSecrets = false)
    {
        var difference = new JsonDifference(rules, ignoreSecrets);
        foreach (KeyValuePair<string, JsonNode?> member in wanted)
        {
            difference.Compare(old[member.Key], member.Value, new JsonPlace(member.Key, WireSpelling.PascalCase(member.Key)));
        }

        foreach (KeyValuePair<string, JsonNode?> member in old)
        {
            if (!onlyWanted && !wanted.ContainsKey(member.Key))
            {
                difference.Compare(member.Value, null, new JsonPlace(member.Key, WireSpelling.PascalCase(member.Key)));
            }
        }

        return difference._found;
    }

    private static bool IsListOfObjects(JsonNode? node) => node is JsonArray { Count: > 0 } list && list[0] is JsonObject;

    private void Compare(JsonNode? old, JsonNode? wanted, JsonPlace place)
    {
        if (_rules.Defaults.TryGetValue(place.Pattern, out JsonNode? fallback))
        {
            if (JsonNode.DeepEquals(old ?? fallback, wanted ?? fallback) || JsonEquality.SameLeaf(old ?? fallback, wanted ?? fallback))
            {
                return;
            }
        }

        if (_rules.GivenIds.Contains(place.Pattern) && wanted is null)
        {
            return;
        }

        if (_rules.Secrets.Contains(place.Pattern))
        {
            CompareSecrets(old, wanted, place);
        }
        else if (old is JsonObject { Count: > 0 } or null && wanted is JsonObject { Count: > 0 } or null && (old ?? wanted) is not null)
        {
            CompareMembers(old as JsonObject, wanted as JsonObject, place);
        }
        else if (IsListOfObjects(old) || IsListOfObjects(wanted))
        {
            CompareItems(old as JsonArray, wanted as JsonArray, place);
        }
        else if (!SameLeafOrList(old, wanted))
        {
            Add(place, JsonEquality.Show(old), JsonEquality.Show(wanted));
        }
    }

    private static bool SameLeafOrList(JsonNode? old, JsonNode? wanted)
    {
        if (old is not JsonArray left || wanted is not JsonArray right)
        {
            return JsonEquality.SameLeaf(old, wanted);
        }

        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!JsonEquality.SameLeaf(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void CompareSecrets(JsonNode? old, JsonNode? wanted, JsonPlace place)
    {
        if (!_ignoreSecrets && !JsonEquality.SameLeaf(old, wanted))
        {
            Add(place, old is null ? "null" : Scrubber.Mask, wanted is null ? "null" : Scrubber.Mask);
        }
    }

    private void CompareMembers(JsonObject? old, JsonObject? wanted, JsonPlace place)
    {
        bool isMap = _rules.Maps.Contains(place.Pattern);
        foreach (KeyValuePair<string, JsonNode?> member in old ?? [])
        {
            Compare(member.Value, wanted?[member.Key], place.Member(member.Key, isMap));
        }

        foreach (KeyValuePair<string, JsonNode?> member in wanted ?? [])
        {
            if (old?.ContainsKey(member.Key) != true)
            {
                Compare(null, member.Value, place.Member(member.Key, isMap));
            }
        }
    }

    private void CompareItems(JsonArray? old, JsonArray? wanted, JsonPlace place)
    {
        int count = Math.Max(old?.Count ?? 0, wanted?.Count ?? 0);
        for (int i = 0; i < count; i++)
        {
            Compare(i < old?.Count ? old[i] : null, i < wanted?.Count ? wanted[i] : null, place.Item(i));
        }
    }

    private void Add(JsonPlace place, string old, string wanted) => _found.Add(new GatewayDifference(place.Shown, old, wanted));
}
