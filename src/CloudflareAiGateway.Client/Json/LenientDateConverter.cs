using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a time as ISO 8601 text (with or without an offset: UTC then), or as Unix milliseconds, which may be text, too.</summary>
internal sealed class LenientDateConverter : JsonConverter<DateTimeOffset?>
{
    private const long LargestUnixMilliseconds = 253402300799999;

    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            // An offset is required for the fast path: without one it would mean local time.
            case JsonTokenType.String when reader.ValueSpan.Length > 0 && reader.ValueSpan[^1] == (byte)'Z' && reader.TryGetDateTimeOffset(out DateTimeOffset time):
                return time;
            case JsonTokenType.String:
                return FromText(reader.GetString()!);
            case JsonTokenType.Number when reader.TryGetInt64(out long unix):
                return FromUnix(unix);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is DateTimeOffset time)
        {
            writer.WriteStringValue(time);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static DateTimeOffset? FromText(string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed))
        {
            return parsed;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long unix) ? FromUnix(unix) : null;
    }

    private static DateTimeOffset? FromUnix(long milliseconds) =>
        milliseconds is > 0 and <= LargestUnixMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
