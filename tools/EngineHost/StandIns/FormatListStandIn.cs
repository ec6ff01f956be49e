using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Format-List, over the engine's own list views.</summary>
[Cmdlet(VerbsCommon.Format, "List"), Alias("fl")]
public sealed class FormatListStandIn : OuterFormatTableAndListBase
{
    public FormatListStandIn() => FormattingEngine.Attach(this, "List");
}
