using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>
/// Makes JSON Schema out of the schemas of an OpenAPI 3.0 document: references, <c>nullable</c>, and objects closed against
/// members that the document does not name, so that a misspelled member of the twin is found.
/// </summary>
internal static class SchemaConverter
{
    private const string OpenApiPrefix = "#/components/schemas/";

    // Seen in live answers and missing in the document; a log row may have them, and nothing else.
    private static readonly string[] s_liveLogMembers = ["authentication", "byok", "wholesale", "timings", "usage_metadata"];

    /// <summary>Converts a schema, with all components as its definitions.</summary>
    public static string Convert(JsonNode schema, JsonObject components)
    {
        JsonObject root = ConvertObject(schema.AsObject(), isComponent: false);
        var definitions = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> component in components)
        {
            // An envelope is one part of an allOf; closed, it would refuse the other part.
            bool isEnvelope = component.Key is "AigEnvelope" or "V4Envelope";
            JsonObject definition = ConvertObject(component.Value!.AsObject(), isComponent: !isEnvelope);
            if (component.Key is "LogSummary" or "LogDetail")
            {
                foreach (string name in s_liveLogMembers)
                {
                    definition["properties"]![name] = new JsonObject();
                }
            }

            definitions[component.Key] = definition;
        }

        root["definitions"] = definitions;
        return root.ToJsonString();
    }

    private static JsonObject ConvertObject(JsonObject schema, bool isComponent)
    {
        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in schema)
        {
            switch (member.Key)
            {
                case "$ref":
                    string target = (string)member.Value!;
                    result["$ref"] = "#/definitions/" + target[OpenApiPrefix.Length..];
                    break;
                case "nullable" or "discriminator" or "example" or "description" or "default" or "title":
                    break;
                case "properties":
                    result["properties"] = ConvertMap(member.Value!.AsObject(), isComponent);
                    break;
                case "items" or "additionalProperties" when member.Value is JsonObject inner:
                    result[member.Key] = ConvertObject(inner, isComponent);
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    var parts = new JsonArray();
                    foreach (JsonNode? part in member.Value!.AsArray())
                    {
                        parts.Add(ConvertObject(part!.AsObject(), isComponent));
                    }

                    result[member.Key] = parts;
                    break;
                default:
                    if (!member.Key.StartsWith("x-", StringComparison.Ordinal))
                    {
                        result[member.Key] = member.Value?.DeepClone();
                    }

                    break;
            }
        }

        if ((bool?)schema["nullable"] == true)
        {
            result["type"] = new JsonArray((string)schema["type"]!, "null");
        }

        if (isComponent && schema.ContainsKey("properties") && !schema.ContainsKey("additionalProperties"))
        {
            result["additionalProperties"] = false;
        }

        return result;
    }

    private static JsonObject ConvertMap(JsonObject properties, bool isComponent)
    {
        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> property in properties)
        {
            result[property.Key] = ConvertObject(property.Value!.AsObject(), isComponent);
        }

        return result;
    }
}
