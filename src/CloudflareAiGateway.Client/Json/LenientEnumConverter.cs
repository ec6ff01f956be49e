using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a closed set by its wire spellings; anything newer than the module is <c>Unknown</c>, the default.</summary>
/// <typeparam name="T">The set.</typeparam>
internal sealed class LenientEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly T[] _values;
    private readonly byte[][] _spellings;

    /// <summary>Works out the spellings once.</summary>
    public LenientEnumConverter()
    {
        _values = Enum.GetValues<T>();
        _spellings = Array.ConvertAll(_values, value => Encoding.UTF8.GetBytes(WireSpelling.OfEnum(value)));
    }

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            for (int i = 0; i < _spellings.Length; i++)
            {
                if (reader.ValueTextEquals(_spellings[i]))
                {
                    return _values[i];
                }
            }

            return OfOtherCase(reader.GetString()!);
        }

        reader.Skip();
        return default;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireSpelling.OfEnum(value));

    private T OfOtherCase(string text)
    {
        for (int i = 0; i < _spellings.Length; i++)
        {
            if (string.Equals(Encoding.UTF8.GetString(_spellings[i]), text, StringComparison.OrdinalIgnoreCase))
            {
                return _values[i];
            }
        }

        return default;
    }
}
