using System.Management.Automation;

namespace BareModule;

/// <summary>Does next to nothing.</summary>
[Cmdlet("Set", "BareThing")]
public sealed class SetBareThingCommand : PSCmdlet
{
    /// <summary>Written back.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>Writes the name.</summary>
    protected override void ProcessRecord() => WriteObject(Name);
}
