using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Reads an object that the API writes as a text with JSON in it, or as the object itself; anything else is skipped.</summary>
/// <typeparam name="T">The property's type.</typeparam>
internal sealed class JsonTextConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize<T>(ref reader, options);
            case JsonTokenType.String:
                return FromText(reader.GetString()!, options);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Request bodies are made by SettingsWriter.");

    private static T? FromText(string text, JsonSerializerOptions options)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? JsonSerializer.Deserialize<T>(text, options) : null;
        }
        catch (JsonException)
        {
            // Cut, or no JSON after all: one odd member is no reason to lose the whole answer.
            return null;
        }
    }
}
