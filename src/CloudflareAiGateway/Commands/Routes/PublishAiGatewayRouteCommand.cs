using System;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Deploys a version of a route, so that it serves calls. Nothing is sent when it does so already.</summary>
/// <remarks>Source: <c>aig-config-post-gateway-dynamic-route-deployment</c>.</remarks>
[Cmdlet(VerbsData.Publish, "AiGatewayRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRoute))]
public sealed class PublishAiGatewayRouteCommand : RouteItemCommand
{
    /// <summary>The id of the version, or <c>latest</c>, which is meant when it is left out. A piped version or deployment gives it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("VersionId")]
    [ArgumentCompleter(typeof(RouteVersionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Version { get; set; } = RouteVersions.Latest;

    /// <summary>Deploys a graph that the checks refuse, or that the service holds to be invalid.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the route as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool NeedsGraph => true;

    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        AiGatewayRouteVersion version = RouteVersions.Read(this, Client.Routes, scope, route, Version);
        if (version.VersionId == route.DeployedVersionId)
        {
            WriteVerbose($"Version {version.VersionId} of route '{route.Name}' is deployed already; nothing was sent.");
            WritePassThru(route);
        }
        else if (IsUsable(route, version))
        {
            Deploy(scope, route, version);
        }
    }

    private void Deploy(RouteScope scope, AiGatewayRoute route, AiGatewayRouteVersion version)
    {
        string text = $"Deploy version {version.VersionId} of {Describe(scope, route)} in place of version {route.DeployedVersionId ?? "none"}:{RouteReport.Differences(route.Elements, version.Elements)}";
        if (ShouldProcess(text, text + Environment.NewLine + "Continue?", "Publish-AiGatewayRoute"))
        {
            AiGatewayRoute deployed = Await(call => Client.Routes.DeployAsync(scope, route, version.VersionId, call));
            CompletionCache.Clear();
            WritePassThru(deployed);
        }
    }

    private bool IsUsable(AiGatewayRoute route, AiGatewayRouteVersion version)
    {
        if (version.Elements is { } elements && !RouteReport.IsUsable(this, route.Name, elements, Force))
        {
            return false;
        }

        if (version.IsValid != false || Force)
        {
            return true;
        }

        WriteError(ErrorRecords.InvalidInput(
            "InvalidRouteGraph",
            $"The service holds version {version.VersionId} of route '{route.Name}' to be invalid.",
            Target,
            "Look at its graph (Get-AiGatewayRouteVersion), save a corrected one with Set-AiGatewayRoute, or deploy this one with -Force."));
        return false;
    }

    private void WritePassThru(AiGatewayRoute route)
    {
        if (PassThru)
        {
            WriteObject(route);
        }
    }
}
