using System.Management.Automation;

namespace CloudflareAiGateway.Module.Tests.Tools;

/// <summary>A cmdlet whose help the tools' tests scaffold, compile and show.</summary>
[Cmdlet(VerbsCommon.Get, "SampleThing", DefaultParameterSetName = "ByName")]
[OutputType(typeof(string))]
public sealed class GetSampleThingCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipeline = true), Alias("Id"), SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    [Parameter(Mandatory = true, ParameterSetName = "ByKind"), ValidateSet("Round", "Square")]
    public string Kind { get; set; } = "Round";

    [Parameter]
    public int? Size { get; set; }

    protected override void ProcessRecord() => WriteObject(Name, enumerateCollection: true);
}
