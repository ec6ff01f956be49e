using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a logged body, which comes raw or, as some clients saw it, in an envelope.</summary>
internal static class LogBodyReader
{
    /// <summary>Reads an answer's body.</summary>
    /// <returns>Null when there is nothing in it.</returns>
    public static LogBody? Read(byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        JsonNode? node = Parse(body);
        if (node is JsonObject envelope && envelope.Count <= 4 && envelope["success"] is JsonValue && envelope.ContainsKey("result"))
        {
            JsonNode? result = envelope["result"];
            envelope.Remove("result");
            return result is null ? null : Make(result is JsonValue text && text.TryGetValue(out string? plain) ? plain : result.ToJsonString(WireJson.Options));
        }

        return Make(Encoding.UTF8.GetString(body));
    }

    private static LogBody Make(string text)
    {
        try
        {
            return new LogBody(text, JsonSerializer.Deserialize<object>(text, WireJson.Options), "application/json");
        }
        catch (JsonException)
        {
            return new LogBody(text, null, null);
        }
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
