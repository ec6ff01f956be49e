using System;
using System.Collections;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Metadata as a hashtable or an object with a member for each name. Text, such as a CSV file has in place of a hashtable, is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MetadataTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        switch (value)
        {
            case IDictionary map:
                return map as Hashtable ?? new Hashtable(map);
            case PSObject custom:
                var members = new Hashtable();
                foreach (PSPropertyInfo property in custom.Properties)
                {
                    members[property.Name] = property.Value;
                }

                return members;
            default:
                throw new ArgumentTransformationMetadataException(
                    "Metadata comes as a hashtable, such as @{ team = 'search', 'ads' }, not as text. A CSV file cannot hold it: keep the objects as JSON instead (ConvertTo-Json), or give Metadata anew.");
        }
    }
}
