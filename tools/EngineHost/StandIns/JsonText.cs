using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Turns PowerShell objects into JSON and back.</summary>
internal static class JsonText
{
    public static JsonNode? From(object? value, int depth)
    {
        object? inner = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return inner switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            Enum member => JsonValue.Create(Convert.ToInt64(member, null)),
            byte or short or int or long => JsonValue.Create(Convert.ToInt64(inner, null)),
            float or double => JsonValue.Create(Convert.ToDouble(inner, null)),
            decimal number => JsonValue.Create(number),
            DateTime or DateTimeOffset or Guid => JsonSerializer.SerializeToNode(inner),
            _ when depth < 0 => JsonValue.Create(inner.ToString()),
            IDictionary map => new JsonObject(map.Keys.Cast<object>()
                .Select(key => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(key.ToString()!, From(map[key], depth - 1)))),
            IEnumerable list => new JsonArray(list.Cast<object?>().Select(item => From(item, depth - 1)).ToArray()),
            Uri address => JsonValue.Create(address.OriginalString),
            _ => new JsonObject(PSObject.AsPSObject(inner).Properties
                .Select(property => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(property.Name, From(property.Value, depth - 1)))),
        };
    }

    public static object? To(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element),
        JsonValueKind.Array => element.EnumerateArray().Select(To).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject ToObject(JsonElement element)
    {
        PSObject result = new();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            result.Properties.Add(new PSNoteProperty(property.Name, To(property.Value)));
        }

        return result;
    }
}
