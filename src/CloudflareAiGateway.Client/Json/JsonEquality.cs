using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>When two JSON leaves mean the same: 25 and 25.0, true and 1, null, a missing member and an empty object or list.</summary>
internal static class JsonEquality
{
    /// <summary>Compares two leaves.</summary>
    public static bool SameLeaf(JsonNode? left, JsonNode? right)
    {
        if (IsNothing(left) || IsNothing(right))
        {
            return IsNothing(left) && IsNothing(right);
        }

        if (Number(left) is decimal one && Number(right) is decimal other)
        {
            return one == other;
        }

        return JsonNode.DeepEquals(left, right);
    }

    /// <summary>Whether a value says no more than a missing member: null, or an object or list with nothing in it.</summary>
    public static bool IsNothing([NotNullWhen(false)] JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    /// <summary>The value as a number; booleans count as 0 and 1, as some answers give them so.</summary>
    public static decimal? Number(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number => decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null,
        _ => null,
    };

    /// <summary>A leaf as the user would write it.</summary>
    public static string Show(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray { Count: 0 } => "(empty)",
        JsonObject { Count: 0 } => "(empty)",
        JsonArray list => string.Join(", ", System.Linq.Enumerable.Select(list, Show)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.String => node.GetValue<string>(),
            _ => node.ToJsonString(),
        },
    };
}
