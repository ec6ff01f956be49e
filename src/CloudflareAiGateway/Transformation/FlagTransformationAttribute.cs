using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Lets a flag be given as a CSV file has it: <c>true</c>, <c>no</c>, <c>1</c>, <c>off</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : SettingTransformationAttribute
{
    /// <summary>What a flag may be, for messages.</summary>
    internal const string Legal = "Use $true or $false; in a file true, false, yes, no, on, off, 1 or 0.";

    /// <inheritdoc/>
    protected override object Convert(object value) =>
        Read(value) ?? throw new ArgumentTransformationMetadataException($"'{value}' is neither true nor false. {Legal}");

    /// <summary>Reads a flag. The engine's own conversion takes any text for true, <c>false</c> included.</summary>
    /// <returns>Null when the value is neither true nor false.</returns>
    internal static bool? Read(object value) => value switch
    {
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        string text => Parse(text.Trim()),
        _ => LanguagePrimitives.TryConvertTo(value, out int number) && number is 0 or 1 ? number == 1 : null,
    };

    private static bool? Parse(string text) => text.ToLowerInvariant() switch
    {
        "true" or "$true" or "yes" or "on" or "1" => true,
        "false" or "$false" or "no" or "off" or "0" => false,
        _ => null,
    };
}
