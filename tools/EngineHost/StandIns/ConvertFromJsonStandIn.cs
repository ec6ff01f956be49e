using System.Management.Automation;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for ConvertFrom-Json: one document, as objects.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonStandIn : PSCmdlet
{
    private readonly StringBuilder _text = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string InputObject { get; set; } = string.Empty;

    protected override void ProcessRecord() => _text.AppendLine(InputObject);

    protected override void EndProcessing()
    {
        using JsonDocument document = JsonDocument.Parse(_text.ToString());
        WriteObject(JsonText.To(document.RootElement), enumerateCollection: true);
    }
}
