using System;
using System.Linq;

namespace CloudflareAiGateway.Transformation;

/// <summary>Data loss prevention as other settings are given, or as the policies alone, which are then switched on.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DlpTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Convert(object value)
    {
        DlpPolicy[] policies = LooseMembers.List(value).Select(LooseMembers.Unwrap).OfType<DlpPolicy>().ToArray();
        return policies.Length > 0 && policies.Length == LooseMembers.List(value).Count
            ? new DlpSettings { Enabled = true, Policies = policies }
            : ModelBinder.Bind(value, typeof(DlpSettings), "Dlp");
    }
}
