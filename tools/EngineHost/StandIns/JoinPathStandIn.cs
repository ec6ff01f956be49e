using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Join-Path: -Path, -ChildPath, further parts.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathStandIn : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string Path { get; set; } = string.Empty;

    [Parameter(Position = 1, Mandatory = true)] public string ChildPath { get; set; } = string.Empty;

    [Parameter(Position = 2, ValueFromRemainingArguments = true)] public string[] AdditionalChildPath { get; set; } = [];

    protected override void ProcessRecord() =>
        WriteObject(AdditionalChildPath.Prepend(ChildPath).Aggregate(Path, SessionState.Path.Combine));
}
