using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Reads a row's metadata, which the API documents as a text with JSON in it and was seen to give as an object. A text that is no JSON
/// object is kept whole, under the name <c>metadata</c>.
/// </summary>
internal sealed class MetadataConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    private const string Whole = "metadata";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize<Dictionary<string, object?>>(ref reader, options);
            case JsonTokenType.String:
                return FromText(reader.GetString()!, options);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Metadata is written by SettingsWriter.");

    private static Dictionary<string, object?>? FromText(string text, JsonSerializerOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            if (text.AsSpan().TrimStart().StartsWith("{"))
            {
                return JsonSerializer.Deserialize<Dictionary<string, object?>>(text, options);
            }
        }
        catch (JsonException)
        {
            // Cut or no JSON after all: kept as it is.
        }

        return new Dictionary<string, object?>(StringComparer.Ordinal) { [Whole] = text };
    }
}
