using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Looks into answers that may lack anything: what is missing, or of another kind, is null.</summary>
internal static class JsonReading
{
    /// <summary>A member that is an object.</summary>
    public static JsonElement? Object(this JsonElement element, string name) => Member(element, name, JsonValueKind.Object);

    /// <summary>The items of a member that is a list; none when it is not.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        Member(element, name, JsonValueKind.Array) is JsonElement list ? Items(list) : [];

    /// <summary>A member that is a text.</summary>
    public static string? Text(this JsonElement element, string name) => Member(element, name, JsonValueKind.String)?.GetString();

    /// <summary>A member that is a whole number.</summary>
    public static long? Number(this JsonElement element, string name) =>
        Member(element, name, JsonValueKind.Number) is JsonElement number
            ? number.TryGetInt64(out long whole) ? whole : (long)number.GetDouble()
            : null;

    /// <summary>A JSON object by name, as plain values; null when the text is none.</summary>
    public static IReadOnlyDictionary<string, object?>? Parse(string text) =>
        ParseAny(text.Length == 0 ? "{}" : text) as Dictionary<string, object?>;

    /// <summary>JSON of any kind as plain values; null when the text is none.</summary>
    public static object? ParseAny(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<object>(text, WireJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Adds members to a body: objects are merged, everything else is replaced, null takes a member away.</summary>
    public static void Merge(JsonObject target, JsonObject extra)
    {
        foreach (KeyValuePair<string, JsonNode?> member in extra)
        {
            if (member.Value is null)
            {
                target.Remove(member.Key);
            }
            else if (member.Value is JsonObject inner && target[member.Key] is JsonObject known)
            {
                Merge(known, inner);
            }
            else
            {
                target[member.Key] = member.Value.DeepClone();
            }
        }
    }

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement list)
    {
        foreach (JsonElement item in list.EnumerateArray())
        {
            yield return item;
        }
    }
}
