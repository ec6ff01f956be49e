using System;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Get-Date: now or -Date, as text with -Format, in UTC with -AsUTC.</summary>
[Cmdlet(VerbsCommon.Get, "Date")]
public sealed class GetDateStandIn : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)] public DateTime? Date { get; set; }

    [Parameter] public string? Format { get; set; }

    [Parameter] public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        DateTime date = Date ?? DateTime.Now;
        date = AsUTC ? date.ToUniversalTime() : date;
        WriteObject(Format is null ? date : date.ToString(Format, CultureInfo.CurrentCulture));
    }
}
