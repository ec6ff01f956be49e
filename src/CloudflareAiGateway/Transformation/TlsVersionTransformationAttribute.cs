using System;
using System.Globalization;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Transformation;

/// <summary>A TLS version as a number (1.2), as text (<c>1.2</c>, <c>TLS 1.2</c>) or as .NET names it (<c>Tls12</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TlsVersionTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        string text = value is IFormattable and not Enum ? ((IFormattable)value).ToString("0.0", CultureInfo.InvariantCulture) : value.ToString() ?? string.Empty;
        string digits = text.ToUpperInvariant().Replace("TLS", string.Empty).Replace("V", string.Empty).Replace("_", string.Empty).Trim();
        string version = digits switch
        {
            "" when text.Length > 0 => "1.0",
            { Length: 1 } => digits + ".0",
            { Length: 2 } => $"{digits[0]}.{digits[1]}",
            _ => digits,
        };
        return Array.IndexOf(TlsVersionCompleter.Versions, version) >= 0
            ? version
            : throw new ArgumentTransformationMetadataException($"'{value}' is not one of {string.Join(", ", TlsVersionCompleter.Versions)}.");
    }
}
