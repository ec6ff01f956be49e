using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes JSON that a schema allows: each member is there, texts are the one that is given, numbers are its length.</summary>
internal static class SchemaSample
{
    private const int MaximumDepth = 16;

    /// <summary>Makes a value.</summary>
    /// <param name="schema">The schema; undefined for an object without members.</param>
    /// <param name="text">What every text in it is.</param>
    public static string Make(JsonElement schema, string text) =>
        Encoding.UTF8.GetString(JsonBody.Write((schema, text), static (writer, state) => Write(writer, state.schema, state.text, MaximumDepth)).Span);

    private static void Write(Utf8JsonWriter writer, JsonElement schema, string text, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth == 0)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        if (schema.Member("const") is { ValueKind: not JsonValueKind.Undefined } constant)
        {
            constant.WriteTo(writer);
            return;
        }

        if (schema.Member("enum") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0)
        {
            choices[0].WriteTo(writer);
            return;
        }

        // Google writes types in capitals, and a type may be a list of which the first counts.
        JsonElement type = schema.Member("type");
        string? name = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0].AsText() : type.AsText();
        switch (name?.ToUpperInvariant())
        {
            case "STRING":
                writer.WriteStringValue(text);
                break;
            case "NUMBER" or "INTEGER":
                writer.WriteNumberValue(text.Length);
                break;
            case "BOOLEAN":
                writer.WriteBooleanValue(true);
                break;
            case "NULL":
                writer.WriteNullValue();
                break;
            case "ARRAY":
                writer.WriteStartArray();
                Write(writer, schema.Member("items"), text, depth - 1);
                writer.WriteEndArray();
                break;
            default:
                WriteMembers(writer, schema.Member("properties"), text, depth);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement properties, string text, int depth)
    {
        writer.WriteStartObject();
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in properties.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value, text, depth - 1);
            }
        }

        writer.WriteEndObject();
    }
}
