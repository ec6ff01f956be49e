using System.Management.Automation;

namespace CloudflareAiGateway.Module.Tests.Tools;

/// <summary>A cmdlet that asks before it does anything.</summary>
[Cmdlet(VerbsCommon.Set, "SampleThing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class SetSampleThingCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        if (ShouldProcess(Name))
        {
            WriteObject($"set {Name}");
        }
    }
}
