using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for ConvertTo-Json: -Depth, -Compress, -AsArray.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonStandIn : PSCmdlet
{
    private readonly List<object?> _items = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), AllowNull] public object? InputObject { get; set; }

    [Parameter] public int Depth { get; set; } = 2;

    [Parameter] public SwitchParameter Compress { get; set; }

    [Parameter] public SwitchParameter AsArray { get; set; }

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing()
    {
        object? value = _items.Count == 1 && !AsArray ? _items[0] : _items;
        JsonSerializerOptions options = new() { WriteIndented = !Compress, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        int depth = ReferenceEquals(value, _items) ? Depth + 1 : Depth;
        WriteObject(JsonText.From(value, depth)?.ToJsonString(options) ?? "null");
    }
}
