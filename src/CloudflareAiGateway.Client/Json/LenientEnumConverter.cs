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
    private static readonly T[] s_values = Enum.GetValues<T>();

    // Worked out when the first value comes: most answers leave most of these members out, and reflection costs on a cold start.
    private byte[][]? _spellings;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            byte[][] spellings = _spellings ??= Array.ConvertAll(s_values, value => Encoding.UTF8.GetBytes(WireSpelling.OfEnum(value)));
            for (int i = 0; i < spellings.Length; i++)
            {
                if (reader.ValueTextEquals(spellings[i]))
                {
                    return s_values[i];
                }
            }

            return OfOtherCase(reader.GetString()!, spellings);
        }

        reader.Skip();
        return default;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireSpelling.OfEnum(value));

    private static T OfOtherCase(string text, byte[][] spellings)
    {
        for (int i = 0; i < spellings.Length; i++)
        {
            if (string.Equals(Encoding.UTF8.GetString(spellings[i]), text, StringComparison.OrdinalIgnoreCase))
            {
                return s_values[i];
            }
        }

        return default;
    }
}
