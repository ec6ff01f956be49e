using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Turns what PowerShell has (hashtables, wrapped objects, lists) into what the client writes as JSON.</summary>
internal static class PlainValue
{
    /// <summary>Dictionaries, arrays and simple values without any PowerShell wrapper.</summary>
    public static object? From(object? value)
    {
        if (value is PSObject { BaseObject: not PSCustomObject } wrapped)
        {
            value = wrapped.BaseObject;
        }

        return value switch
        {
            IDictionary map => map.Keys.Cast<object>().ToDictionary(k => k.ToString()!, k => From(map[k])),
            PSObject custom => custom.Properties.ToDictionary(p => p.Name, p => From(p.Value)),
            string => value,
            IEnumerable list => list.Cast<object?>().Select(From).ToArray(),
            _ => value,
        };
    }
}
