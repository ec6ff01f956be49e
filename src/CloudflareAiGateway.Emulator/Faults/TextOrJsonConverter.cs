using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads a text as it is, and any other value as its JSON.</summary>
internal sealed class TextOrJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
