using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Turns what PowerShell has (hashtables, wrapped objects, lists) into what the client writes as JSON.</summary>
internal static class PlainValue
{
    private const int DeepestNesting = 64;

    /// <summary>Dictionaries, arrays and simple values without any PowerShell wrapper.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The value contains itself, or is nested as deeply as if it did.</exception>
    public static object? From(object? value) => From(value, 0);

    private static object? From(object? value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentTransformationMetadataException($"The value is nested more than {DeepestNesting} levels deep, or contains itself.");
        }

        if (value is PSObject { BaseObject: not PSCustomObject } wrapped)
        {
            value = wrapped.BaseObject;
        }

        return value switch
        {
            IDictionary map => Members(map, depth),
            PSObject custom => custom.Properties.ToDictionary(p => p.Name, p => From(p.Value, depth + 1)),
            string => value,
            IEnumerable list => list.Cast<object?>().Select(i => From(i, depth + 1)).ToArray(),
            _ => value,
        };
    }

    private static Dictionary<string, object?> Members(IDictionary map, int depth)
    {
        var members = new Dictionary<string, object?>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            // Keys of different types may have one text: 50 and 50.0.
            string name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            if (members.ContainsKey(name))
            {
                throw new ArgumentTransformationMetadataException($"The key '{name}' comes twice.");
            }

            members.Add(name, From(entry.Value, depth + 1));
        }

        return members;
    }
}
