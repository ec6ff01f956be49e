using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// For single things inside a gateway. A piped gateway binds as such; a piped thing gives its gateway as <c>GatewayId</c>. The thing's own
/// identity must have a name that gateways do not have: never Id or Name from the pipeline.
/// </summary>
public abstract class GatewayItemCommand : ConnectedCommand
{
    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;
}
