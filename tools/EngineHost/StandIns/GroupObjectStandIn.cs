using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Group-Object: -Property, -NoElement; each group has Count, Name and Group.</summary>
[Cmdlet("Group", "Object"), Alias("group")]
public sealed class GroupObjectStandIn : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)] public object[]? Property { get; set; }

    [Parameter] public SwitchParameter NoElement { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        foreach (IGrouping<string, PSObject> group in _items.GroupBy(Key, StringComparer.CurrentCultureIgnoreCase))
        {
            PSObject result = new();
            result.Properties.Add(new PSNoteProperty("Count", group.Count()));
            result.Properties.Add(new PSNoteProperty("Name", group.Key));
            if (!NoElement)
            {
                result.Properties.Add(new PSNoteProperty("Group", group.ToArray()));
            }

            WriteObject(result);
        }
    }

    private string Key(PSObject item) => Property is null
        ? item.ToString()
        : string.Join(", ", Property.Select(property => PropertyValue.Of(item, property)?.ToString()));
}
