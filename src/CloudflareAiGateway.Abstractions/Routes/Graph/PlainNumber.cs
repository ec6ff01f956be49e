using System;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>Numbers among plain values, which may be of any numeric type or a text.</summary>
internal static class PlainNumber
{
    /// <summary>Reads a number, or the text of one.</summary>
    public static bool TryRead(object? value, out decimal number)
    {
        if (value is string text)
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        }

        number = 0;
        return IsNumber(value) && TryConvert(value!, out number);
    }

    /// <summary>Reads a whole number, or the text of one.</summary>
    public static bool TryReadWhole(object? value, out int number)
    {
        bool isWhole = TryRead(value, out decimal read) && read == decimal.Truncate(read) && read >= int.MinValue && read <= int.MaxValue;
        number = isWhole ? (int)read : 0;
        return isWhole;
    }

    /// <summary>Whether a value is of a numeric type.</summary>
    public static bool IsNumber(object? value) =>
        value is int or long or decimal or double or float or short or ushort or uint or ulong or byte or sbyte;

    private static bool TryConvert(object value, out decimal number)
    {
        if (value is double or float)
        {
            double wide = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (!(Math.Abs(wide) < (double)decimal.MaxValue))
            {
                number = 0;
                return false;
            }
        }

        number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        return true;
    }
}
