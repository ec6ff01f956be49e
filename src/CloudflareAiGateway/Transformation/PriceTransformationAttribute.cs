using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>What something costs, in US dollars, as exactly as it was typed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PriceTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value) => DecimalText.TryRead(value, out decimal price)
        ? price
        : throw new ArgumentTransformationMetadataException($"'{value}' is not a price. Give a number of US dollars, such as 2.50, without a currency sign.");
}
