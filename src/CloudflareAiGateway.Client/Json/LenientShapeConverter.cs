using System;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Skips an object where a list belongs and the reverse, instead of failing the whole answer.</summary>
/// <typeparam name="T">The property's type: a model, a list, or a map.</typeparam>
internal sealed class LenientShapeConverter<T> : JsonConverter<T>
    where T : class
{
    private static readonly bool s_isList = typeof(T) != typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(typeof(T))
        && !typeof(T).Name.Contains("Dictionary", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == (s_isList ? JsonTokenType.StartArray : JsonTokenType.StartObject))
        {
            return JsonSerializer.Deserialize<T>(ref reader, options);
        }

        reader.Skip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
