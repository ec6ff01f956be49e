using System;

namespace CloudflareAiGateway.Validation;

/// <summary>Marks a parameter as a setting that is sent to the API under its wire name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute : Attribute
{
    /// <summary>Whether the API takes null for it, which clears the setting.</summary>
    public bool Clearable { get; set; }
}
