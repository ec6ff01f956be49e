using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Export-Csv: -Path, -Append; the first object decides on the columns.</summary>
[Cmdlet(VerbsData.Export, "Csv")]
public sealed class ExportCsvStandIn : PSCmdlet, IDisposable
{
    private StreamWriter? _writer;
    private string[]? _columns;

    [Parameter(Mandatory = true, ValueFromPipeline = true)] public PSObject InputObject { get; set; } = null!;

    [Parameter(Position = 0, Mandatory = true), Alias("LiteralPath")] public string Path { get; set; } = string.Empty;

    [Parameter] public SwitchParameter Append { get; set; }

    [Parameter] public SwitchParameter NoTypeInformation { get; set; }

    protected override void BeginProcessing() =>
        _writer = new StreamWriter(GetUnresolvedProviderPathFromPSPath(Path), Append);

    protected override void ProcessRecord()
    {
        if (_columns is null)
        {
            _columns = InputObject.Properties.Select(property => property.Name).ToArray();
            if (_writer!.BaseStream.Position == 0)
            {
                _writer.WriteLine(CsvText.Line(_columns));
            }
        }

        _writer!.WriteLine(CsvText.Line(_columns.Select(column => InputObject.Properties[column]?.Value)));
    }

    protected override void EndProcessing() => Dispose();

    // The engine disposes of cmdlets also when the pipeline fails or is stopped.
    public void Dispose() => _writer?.Dispose();
}
