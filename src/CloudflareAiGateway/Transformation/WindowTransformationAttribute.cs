using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>A length of time in seconds: a number, a TimeSpan, or <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c> (30 days).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WindowTransformationAttribute : SettingTransformationAttribute
{
    private static readonly NumberTransformationAttribute s_seconds = new() { PerSecond = 1 };

    /// <inheritdoc/>
    protected override object? Convert(object value) => value is not string text
        ? s_seconds.Transform(null!, value)
        : text.Trim().ToUpperInvariant() switch
        {
            "MINUTE" => 60,
            "HOUR" => 60 * 60,
            "DAY" => 24 * 60 * 60,
            "WEEK" => 7 * 24 * 60 * 60,
            "MONTH" => 30 * 24 * 60 * 60,
            _ => FromText(text),
        };

    private static object? FromText(string text)
    {
        try
        {
            return s_seconds.Transform(null!, text);
        }
        catch (ArgumentTransformationMetadataException)
        {
            throw new ArgumentTransformationMetadataException($"'{text}' is not a window: give minute, hour, day, week or month (30 days), a whole number of seconds, or a TimeSpan.");
        }
    }
}
