using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Test-Path, on every drive (files, Env:, Variable:).</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path")]
public sealed class TestPathStandIn : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("LiteralPath")] public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            WriteObject(InvokeProvider.Item.Exists(path));
        }
    }
}
