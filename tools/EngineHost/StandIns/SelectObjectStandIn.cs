using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Select-Object: -Property with names, wildcards and calculated properties, -ExpandProperty, -First, -Skip.</summary>
[Cmdlet(VerbsCommon.Select, "Object"), Alias("select")]
public sealed class SelectObjectStandIn : PSCmdlet
{
    private int _seen;

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)] public object[]? Property { get; set; }

    [Parameter] public string? ExpandProperty { get; set; }

    [Parameter] public int First { get; set; } = int.MaxValue;

    [Parameter] public int Skip { get; set; }

    protected override void BeginProcessing() => StopWhenEnough();

    protected override void ProcessRecord()
    {
        if (InputObject is null || _seen++ < Skip)
        {
            return;
        }

        WriteObject(Selected(InputObject), enumerateCollection: ExpandProperty is not null);
        StopWhenEnough();
    }

    private void StopWhenEnough()
    {
        if (First != int.MaxValue && _seen - Skip >= First)
        {
            throw StopUpstream.For(this);
        }
    }

    private object? Selected(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            return item.Properties[ExpandProperty]?.Value;
        }

        return Property is null ? item : PropertyValue.Project(item, Property.SelectMany(Names(item)));
    }

    private static System.Func<object, System.Collections.Generic.IEnumerable<object>> Names(PSObject item) => property =>
        property is IDictionary || !WildcardPattern.ContainsWildcardCharacters(property.ToString())
            ? [property]
            : item.Properties.Match(property.ToString()).Select(found => (object)found.Name);
}
