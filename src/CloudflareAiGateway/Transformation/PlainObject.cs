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
                var target = new PSObject();
                foreach (KeyValuePair<string, object?> member in members)
                {
                    target.Properties.Add(new PSNoteProperty(member.Key, From(member.Value)));
                }

                return target;
            case string:
                return value;
            case IEnumerable list:
                return list.Cast<object?>().Select(From).ToArray();
            default:
                return value;
        }
    }
}
