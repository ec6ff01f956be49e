using System.IO;
using System.Management.Automation;
using System.Text;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for ConvertFrom-Csv: comma-separated text with a header line.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvStandIn : PSCmdlet
{
    private readonly StringBuilder _text = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string[] InputObject { get; set; } = [];

    protected override void ProcessRecord() => _text.AppendJoin('\n', InputObject).Append('\n');

    protected override void EndProcessing()
    {
        using StringReader reader = new(_text.ToString());
        WriteObject(CsvText.Read(reader), enumerateCollection: true);
    }
}
