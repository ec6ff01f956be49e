using System.IO;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Get-Content on files: by line, or whole with -Raw.</summary>
[Cmdlet(VerbsCommon.Get, "Content"), Alias("gc", "cat", "type")]
public sealed class GetContentStandIn : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("LiteralPath")] public string[] Path { get; set; } = [];

    [Parameter] public SwitchParameter Raw { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            string file = GetUnresolvedProviderPathFromPSPath(path);
            WriteObject(Raw ? File.ReadAllText(file) : File.ReadLines(file), enumerateCollection: true);
        }
    }
}
