using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the versions of a route, the newest first, or one of them with its graph.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-route-versions</c>, <c>aig-config-get-gateway-dynamic-route-version</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayRouteVersion", DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRouteVersion))]
public sealed class GetAiGatewayRouteVersionCommand : RouteItemCommand
{
    /// <summary>The id of one version, or <c>latest</c>; all when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("VersionId")]
    [ArgumentCompleter(typeof(RouteVersionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Version { get; set; }

    /// <summary>Reads the graph of each version that the list gives without: one call more for each. A single version has its graph anyway.</summary>
    [Parameter]
    public SwitchParameter IncludeElement { get; set; }

    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        if (Version is not null)
        {
            WriteObject(RouteVersions.Read(this, Client.Routes, scope, route, Version));
            return;
        }

        IReadOnlyList<AiGatewayRouteVersion> versions = Await(call => Client.Routes.ListVersionsAsync(scope, route, call));
        foreach (AiGatewayRouteVersion version in versions)
        {
            WriteObject(IncludeElement && version.Elements is null ? Await(call => Client.Routes.GetVersionAsync(scope, route, version.VersionId, call)) : version);
        }
    }
}
