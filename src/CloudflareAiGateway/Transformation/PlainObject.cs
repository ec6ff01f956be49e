using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Turns plain values that the client read into what ConvertFrom-Json would give.</summary>
internal static class PlainObject
{
    /// <summary>Objects with properties, arrays and simple values.</summary>
    public static object? From(object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> members:
                return Members(members);
            case string:
                return value;
            case IEnumerable list:
                return list.Cast<object?>().Select(From).ToArray();
            default:
                return value;
        }
    }

    /// <summary>Names that properties cannot have, empty or told apart by case alone, stay the keys of a dictionary: an answer is paid for.</summary>
    private static object Members(IReadOnlyDictionary<string, object?> members)
    {
        var target = new PSObject();
        foreach (KeyValuePair<string, object?> member in members)
        {
            if (member.Key.Length == 0 || target.Properties[member.Key] is not null)
            {
                return members.ToDictionary(m => m.Key, m => From(m.Value), StringComparer.Ordinal);
            }

            target.Properties.Add(new PSNoteProperty(member.Key, From(member.Value)));
        }

        return target;
    }
}
