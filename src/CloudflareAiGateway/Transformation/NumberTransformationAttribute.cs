using System;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>A whole number; where it has a unit of time, a TimeSpan too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformationAttribute : SettingTransformationAttribute
{
    /// <summary>How many of the setting's units make a second: 1, 1000, or 0 when it is no duration.</summary>
    public int PerSecond { get; set; }

    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        if (PerSecond > 0)
        {
            if (value is TimeSpan span)
            {
                return FromSpan(span);
            }

            if (value is string text && text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span))
            {
                return FromSpan(span);
            }
        }

        // A fraction would be rounded without a word by the engine's own conversion, and '1,5' taken for 15.
        if (DecimalText.TryRead(value, out decimal number)
            && number == decimal.Truncate(number)
            && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        throw new ArgumentTransformationMetadataException(
            $"'{value}' is not a whole number{(PerSecond > 0 ? " or a TimeSpan" : string.Empty)}.");
    }

    private int FromSpan(TimeSpan span)
    {
        double units = span.TotalSeconds * PerSecond;
        return units == Math.Truncate(units) && Math.Abs(units) <= int.MaxValue
            ? (int)units
            : throw new ArgumentTransformationMetadataException(
                $"The TimeSpan {span} is not a whole number of {(PerSecond == 1 ? "seconds" : "milliseconds")}, or too long.");
    }
}
