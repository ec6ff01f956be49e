using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// The members of a hashtable or an object from JSON, found in any case and with or without underscores, so that an API's own spelling
/// and PowerShell's both work.
/// </summary>
internal sealed class LooseMembers
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private LooseMembers(IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (KeyValuePair<string, object?> member in members)
        {
            string plain = Plain(member.Key);
            _values[plain] = Unwrap(member.Value);
            _names[plain] = member.Key;
        }
    }

    /// <summary>A member's value without wrapper; null when there is none.</summary>
    public object? this[string name] => _values.TryGetValue(Plain(name), out object? value) ? value : null;

    /// <summary>The members of a value.</summary>
    /// <returns>Null when the value is neither a dictionary nor an object with properties of its own.</returns>
    public static LooseMembers? Of(object? value)
    {
        value = Unwrap(value);
        return value switch
        {
            IDictionary map => new LooseMembers(map.Keys.Cast<object>().Select(k => new KeyValuePair<string, object?>(k.ToString()!, map[k]))),
            IReadOnlyDictionary<string, object?> map => new LooseMembers(map),
            PSObject { BaseObject: PSCustomObject } custom => new LooseMembers(custom.Properties.Select(p => new KeyValuePair<string, object?>(p.Name, p.Value))),
            _ => null,
        };
    }

    /// <summary>A member as text; null when there is none.</summary>
    public string? Text(string name) => this[name]?.ToString();

    /// <summary>The first member that is none of these, as it was written; null when there is none.</summary>
    public string? Other(params string[] names) =>
        _names.Where(n => !names.Any(known => string.Equals(Plain(known), n.Key, StringComparison.OrdinalIgnoreCase))).Select(n => n.Value).FirstOrDefault();

    /// <summary>A value without its PowerShell wrapper.</summary>
    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>A value as a list; a single one is a list of one, and nothing is an empty one.</summary>
    public static IReadOnlyList<object?> List(object? value) => Unwrap(value) switch
    {
        null => Array.Empty<object?>(),
        string or IDictionary => new[] { value },
        IEnumerable many => many.Cast<object?>().ToArray(),
        _ => new[] { value },
    };

    private static string Plain(string name) => name.Replace("_", string.Empty);
}
