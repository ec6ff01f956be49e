using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for ConvertTo-Csv; the first object decides on the columns.</summary>
[Cmdlet(VerbsData.ConvertTo, "Csv")]
public sealed class ConvertToCsvStandIn : PSCmdlet
{
    private string[]? _columns;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public PSObject InputObject { get; set; } = null!;

    [Parameter] public SwitchParameter NoTypeInformation { get; set; }

    protected override void ProcessRecord()
    {
        if (_columns is null)
        {
            _columns = InputObject.Properties.Select(property => property.Name).ToArray();
            WriteObject(CsvText.Line(_columns));
        }

        WriteObject(CsvText.Line(_columns.Select(column => InputObject.Properties[column]?.Value)));
    }
}
