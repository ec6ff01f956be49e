using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Headers as a hashtable or an object with a member for each: texts, numbers, SecureString or PSCredential (its password). All values are
/// kept as secrets from here on. An empty one is no header at all.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HeadersTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        var headers = new CustomProviderHeaders();
        foreach (KeyValuePair<string, object?> entry in Entries(value))
        {
            if (headers.ContainsKey(entry.Key))
            {
                throw Refuse($"Headers has '{entry.Key}' twice; case does not tell names apart.");
            }

            headers[entry.Key] = Secret(entry.Key, entry.Value);
        }

        return headers;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(object value) => value switch
    {
        IDictionary map => map.Keys.Cast<object>().Select(k => new KeyValuePair<string, object?>(k.ToString()!, map[k])),
        PSObject custom => custom.Properties.Select(p => new KeyValuePair<string, object?>(p.Name, p.Value)),
        _ => throw Refuse(
            "Headers come as a hashtable, such as @{ 'x-team' = 'ai'; 'x-key' = (Get-Secret llm) }, not as text. "
            + "A CSV file cannot hold them: leave the column out with Select-Object -ExcludeProperty Headers."),
    };

    private static SecureString Secret(string name, object? value)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case SecureString { Length: > 0 } secret:
                return secret;
            case PSCredential { Password: { Length: > 0 } password }:
                return password;
            case string { Length: > 0 } text:
                return new NetworkCredential(string.Empty, text).SecurePassword;
            case ValueType number when number is not bool:
                return new NetworkCredential(string.Empty, System.Convert.ToString(number, CultureInfo.InvariantCulture)).SecurePassword;
            case null or string or SecureString or PSCredential:
                throw Refuse($"The value of header '{name}' is empty; leave the header out instead.");
            case { } other:
                throw Refuse($"The value of header '{name}' is a {other.GetType().Name}; give a text, or for a secret a SecureString or PSCredential, such as (Get-Secret llm).");
        }
    }

    private static ArgumentTransformationMetadataException Refuse(string message) => new(message);
}
