using System;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>An amount of money in US dollars. A blank, as an empty cell of a CSV file gives, is no amount, and never zero.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MoneyTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value) => DecimalText.TryRead(Plain(value), out decimal amount)
        ? amount
        : throw new ArgumentTransformationMetadataException($"'{value}' is not an amount in US dollars. Give a number such as 25 or 12.50: with a point for the cents, without separators or a currency sign.");

    /// <summary>What was worked out, such as 25 * 1.1, is 27.5 and not 27.500000000000004.</summary>
    private static object Plain(object value) => value is double number ? number.ToString("G15", CultureInfo.InvariantCulture) : value;
}
