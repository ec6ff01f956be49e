using System.Management.Automation;

namespace BareModule;

/// <summary>Does next to nothing.</summary>
[Cmdlet("Get", "BareThing")]
public sealed class GetBareThingCommand : PSCmdlet
{
    /// <summary>Written back.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>Writes the name.</summary>
    protected override void ProcessRecord() => WriteObject(Name);
}
