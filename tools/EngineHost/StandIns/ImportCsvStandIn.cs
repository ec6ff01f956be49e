using System.IO;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Import-Csv: comma-separated files with a header line.</summary>
[Cmdlet(VerbsData.Import, "Csv"), Alias("ipcsv")]
public sealed class ImportCsvStandIn : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("LiteralPath")]
    public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            using StreamReader reader = new(GetUnresolvedProviderPathFromPSPath(path));
            WriteObject(CsvText.Read(reader), enumerateCollection: true);
        }
    }
}
