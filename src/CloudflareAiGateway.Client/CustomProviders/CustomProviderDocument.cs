using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// A provider's document between the API, which has headers as a text, and comparison, which needs them one by one.
/// </summary>
internal static class CustomProviderDocument
{
    /// <summary>The longest text that the API takes for headers.</summary>
    public const int LongestHeaders = 8192;

    private const string Headers = "headers";

    /// <summary>How providers are compared. An empty text says no more than a missing one.</summary>
    public static readonly ComparisonRules Comparison = new()
    {
        Defaults = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["description"] = string.Empty,
            ["link"] = string.Empty,
            ["logo"] = string.Empty,
            ["curl_example"] = string.Empty,
            ["js_example"] = string.Empty,
        },
        Secrets = new HashSet<string>(StringComparer.Ordinal) { "headers.*" },
        Maps = new HashSet<string>(StringComparer.Ordinal) { Headers },
    };

    /// <summary>The document with its headers as an object; null for none, so that no value is ever shown as part of a whole.</summary>
    public static JsonObject WithHeaderObject(JsonObject document)
    {
        var copy = (JsonObject)document.DeepClone();
        if (copy.ContainsKey(Headers))
        {
            copy[Headers] = Parse(copy[Headers]) is JsonObject { Count: > 0 } headers ? headers : null;
        }

        return copy;
    }

    /// <summary>The members as they are sent: headers as a text, and a text that is cleared as an empty one.</summary>
    public static JsonObject ToBody(JsonObject members)
    {
        var body = (JsonObject)members.DeepClone();
        foreach (string name in Comparison.Defaults.Keys)
        {
            if (body.ContainsKey(name) && body[name] is null)
            {
                body[name] = string.Empty;
            }
        }

        if (body.ContainsKey(Headers))
        {
            body[Headers] = Text(body[Headers] as JsonObject ?? []);
        }

        return body;
    }

    /// <summary>Headers as the API takes them.</summary>
    public static string Text(JsonObject headers) => headers.ToJsonString(WireJson.Options);

    private static JsonObject? Parse(JsonNode? headers)
    {
        if (headers is JsonObject already)
        {
            return (JsonObject)already.DeepClone();
        }

        try
        {
            return headers is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON, or a name twice: new headers replace all of it.
            return null;
        }
    }
}
