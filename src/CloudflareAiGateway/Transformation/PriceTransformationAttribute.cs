using System;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// An amount of money as a decimal. A number that was typed with a point is a double to the engine; it is taken by its shortest text, which
/// is what was typed, and not through the engine's own conversion, which keeps 15 digits.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PriceTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        string text = value switch
        {
            string given => given.Trim(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            decimal or int or long or short or byte or uint or ulong => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => string.Empty,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal price)
            ? price
            : throw new ArgumentTransformationMetadataException($"'{value}' is not a price. Give a number of US dollars, such as 2.50, without a currency sign.");
    }
}
