using System;
using System.Globalization;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>The number converters.</summary>
internal static class LenientNumbers
{
    private const NumberStyles Style = NumberStyles.Float;

    /// <summary>Whole numbers; 25.0 counts as one.</summary>
    public static readonly LenientNumberConverter<int> Int32 = new(
        static (ref Utf8JsonReader reader) => reader.TryGetInt32(out int value) ? value : Whole<int>(reader.GetDouble(), int.MinValue, int.MaxValue, d => (int)d),
        static text => double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) ? Whole<int>(value, int.MinValue, int.MaxValue, d => (int)d) : null,
        static (writer, value) => writer.WriteNumberValue(value));

    /// <summary>Large whole numbers.</summary>
    public static readonly LenientNumberConverter<long> Int64 = new(
        static (ref Utf8JsonReader reader) => reader.TryGetInt64(out long value) ? value : Whole<long>(reader.GetDouble(), long.MinValue, 9.2e18, d => (long)d),
        static text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? value : null,
        static (writer, value) => writer.WriteNumberValue(value));

    /// <summary>Measured numbers.</summary>
    public static readonly LenientNumberConverter<double> Double = new(
        static (ref Utf8JsonReader reader) => reader.GetDouble(),
        static text => double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) ? value : null,
        static (writer, value) => writer.WriteNumberValue(value));

    /// <summary>Money.</summary>
    public static readonly LenientNumberConverter<decimal> Decimal = new(
        static (ref Utf8JsonReader reader) => reader.TryGetDecimal(out decimal value) ? value : null,
        static text => decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value) ? value : null,
        static (writer, value) => writer.WriteNumberValue(value));

    private static T? Whole<T>(double value, double smallest, double largest, Func<double, T> convert)
        where T : struct =>
        value >= smallest && value <= largest && Math.Floor(value) == value ? convert(value) : null;
}
