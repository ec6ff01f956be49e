using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// A list of names. An empty cell of a CSV file is none; the name of a list's type, which is all that Export-Csv writes of one, is refused: as
/// a name it would match nothing, and the rule would look as if it worked.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesTransformationAttribute : SettingTransformationAttribute
{
    private readonly string _setting;

    /// <summary>Names the parameter.</summary>
    /// <param name="setting">The parameter's name, with which messages begin.</param>
    public NamesTransformationAttribute(string setting) => _setting = setting;

    /// <inheritdoc/>
    protected override object Convert(object value) => LooseMembers.List(value).Select(Name).ToArray();

    private string Name(object? item)
    {
        string name = LanguagePrimitives.ConvertTo<string>(item);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentTransformationMetadataException($"{_setting} has an empty name.");
        }

        return name is "System.String[]" or "System.Object[]"
            ? throw new ArgumentTransformationMetadataException(
                $"{_setting} is '{name}', which is what a CSV file has in place of a list. Keep the objects as JSON instead (ConvertTo-Json), or give {_setting} anew.")
            : name;
    }
}
