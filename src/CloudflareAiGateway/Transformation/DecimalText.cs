using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Reads amounts exactly. Text has a decimal point, whatever the culture, and no separators: the engine's own conversion takes
/// <c>'25,50'</c> for 2550, which is a hundred times too much money.
/// </summary>
internal static class DecimalText
{
    /// <summary>Reads an amount.</summary>
    /// <param name="value">A number or a text.</param>
    /// <param name="amount">What it is.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(object value, out decimal amount)
    {
        // A number that was typed with a point is a double to the engine. Its shortest text is what was typed; the engine's own conversion keeps 15 digits.
        string text = value switch
        {
            string given => given.Trim(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            decimal or int or long or short or sbyte or byte or uint or ulong or ushort or System.Numerics.BigInteger => LanguagePrimitives.ConvertTo<string>(value),
            _ => string.Empty,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out amount);
    }
}
