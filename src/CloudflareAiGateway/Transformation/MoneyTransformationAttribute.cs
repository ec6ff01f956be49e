using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>An amount of money in US dollars. A blank, as an empty cell of a CSV file gives, is no amount, and never zero.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MoneyTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value) => DecimalText.TryRead(value, out decimal amount)
        ? amount
        : throw new ArgumentTransformationMetadataException($"'{value}' is not an amount in US dollars. Give a number such as 25 or 12.50: with a point for the cents, without separators or a currency sign.");
}
