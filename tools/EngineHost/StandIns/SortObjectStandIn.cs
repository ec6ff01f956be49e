using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Sort-Object: -Property, -Descending, -Unique.</summary>
[Cmdlet("Sort", "Object"), Alias("sort")]
public sealed class SortObjectStandIn : PSCmdlet, IComparer<object?>
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)] public object[]? Property { get; set; }

    [Parameter] public SwitchParameter Descending { get; set; }

    [Parameter] public SwitchParameter Unique { get; set; }

    public int Compare(object? x, object? y) =>
        LanguagePrimitives.TryCompare(x, y, ignoreCase: true, out int result)
            ? result
            : string.Compare(x?.ToString(), y?.ToString(), System.StringComparison.OrdinalIgnoreCase);

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        IOrderedEnumerable<PSObject> sorted = _items.OrderBy(_ => 0);
        foreach (object? property in Property ?? [null!])
        {
            object? Key(PSObject item) => property is null ? item.BaseObject : PropertyValue.Of(item, property);
            sorted = Descending ? sorted.ThenByDescending(Key, this) : sorted.ThenBy(Key, this);
        }

        PSObject? previous = null;
        foreach (PSObject item in sorted)
        {
            if (!Unique || previous is null || Differ(previous, item))
            {
                WriteObject(item);
            }

            previous = item;
        }
    }

    private bool Differ(PSObject left, PSObject right) =>
        Property is null
            ? Compare(left.BaseObject, right.BaseObject) != 0
            : Property.Any(property => Compare(PropertyValue.Of(left, property), PropertyValue.Of(right, property)) != 0);
}
