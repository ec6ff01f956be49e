using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Format-Table, over the engine's own table views.</summary>
[Cmdlet(VerbsCommon.Format, "Table"), Alias("ft")]
public sealed class FormatTableStandIn : OuterFormatTableBase
{
    public FormatTableStandIn() => FormattingEngine.Attach(this, "Table");
}
