using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Lets a flag be given as a CSV file has it: <c>true</c>, <c>no</c>, <c>1</c>, <c>off</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value) => value switch
    {
        bool => value,
        SwitchParameter flag => flag.IsPresent,
        string text => Parse(text.Trim()),
        _ => LanguagePrimitives.TryConvertTo(value, out int number) && number is 0 or 1 ? number == 1 : throw Refuse(value),
    };

    private static bool Parse(string text) => text.ToLowerInvariant() switch
    {
        "true" or "$true" or "yes" or "on" or "1" => true,
        "false" or "$false" or "no" or "off" or "0" => false,
        _ => throw Refuse(text),
    };

    private static ArgumentTransformationMetadataException Refuse(object value) =>
        new($"'{value}' is neither true nor false. Use $true or $false; in a CSV file true, false, yes, no, on, off, 1 or 0.");
}
