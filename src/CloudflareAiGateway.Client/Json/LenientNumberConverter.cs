using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a number that may come as text; anything else is the default.</summary>
/// <typeparam name="T">The kind of number.</typeparam>
internal sealed class LenientNumberConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly TryRead _read;
    private readonly Func<string, T?> _parse;
    private readonly Action<Utf8JsonWriter, T> _write;

    /// <summary>Takes what differs between the kinds of number.</summary>
    public LenientNumberConverter(TryRead read, Func<string, T?> parse, Action<Utf8JsonWriter, T> write)
    {
        _read = read;
        _parse = parse;
        _write = write;
    }

    /// <summary>Reads a number token.</summary>
    internal delegate T? TryRead(ref Utf8JsonReader reader);

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return _read(ref reader) ?? default;
            case JsonTokenType.String:
                return _parse(reader.GetString()!) ?? default;
            default:
                reader.Skip();
                return default;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _write(writer, value);
}
