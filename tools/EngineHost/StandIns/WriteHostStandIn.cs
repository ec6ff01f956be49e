using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Write-Host; colours are taken and not shown.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostStandIn : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)] public object?[]? Object { get; set; }

    [Parameter] public SwitchParameter NoNewline { get; set; }

    [Parameter] public ConsoleColor ForegroundColor { get; set; }

    [Parameter] public ConsoleColor BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        string text = string.Join(' ', (Object ?? []).Select(item => item?.ToString()));

        // The tag makes the engine show the record on the host and not only in the information stream.
        WriteInformation(new HostInformationMessage { Message = text, NoNewLine = NoNewline }, ["PSHOST"]);
    }
}
