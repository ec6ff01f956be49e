using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Reads what stands for a property in PowerShell: a name, a script block, or <c>@{ Name = …; Expression = … }</c>.</summary>
internal static class PropertyValue
{
    public static object? Of(PSObject item, object property) => property switch
    {
        PSObject wrapped => Of(item, wrapped.BaseObject),
        ScriptBlock script => script.InvokeWithContext(null, [new PSVariable("_", item)]).FirstOrDefault(),
        IDictionary calculated => Of(item, Entry(calculated, "Expression") ?? string.Empty),
        _ => item.Properties[property.ToString()!]?.Value,
    };

    public static string NameOf(object property) => property switch
    {
        PSObject wrapped => NameOf(wrapped.BaseObject),
        IDictionary calculated => (Entry(calculated, "Name") ?? Entry(calculated, "Label") ?? Entry(calculated, "Expression"))?.ToString() ?? string.Empty,
        _ => property.ToString()!,
    };

    public static PSObject Project(PSObject item, IEnumerable<object> properties)
    {
        PSObject selected = new();
        foreach (object property in properties)
        {
            selected.Properties.Add(new PSNoteProperty(NameOf(property), Of(item, property)));
        }

        return selected;
    }

    // Keys may be shortened: @{ N = 'Name'; E = { … } }.
    private static object? Entry(IDictionary calculated, string key) =>
        calculated.Keys.Cast<object>()
            .Where(candidate => key.StartsWith(candidate.ToString()!, System.StringComparison.OrdinalIgnoreCase))
            .Select(candidate => calculated[candidate])
            .FirstOrDefault();
}
