using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Goes back one deployment: deploys the version that served calls before the present one, and writes the new deployment, which says which
/// one that is. Done twice it leads back.
/// </summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-route-deployments</c>, <c>aig-config-post-gateway-dynamic-route-deployment</c>.</remarks>
[Cmdlet(VerbsData.Restore, "AiGatewayRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRouteDeployment))]
public sealed class RestoreAiGatewayRouteCommand : RouteItemCommand
{
    private protected override bool NeedsGraph => true;

    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        IReadOnlyList<AiGatewayRouteDeployment> deployments = Await(call => Client.Routes.ListDeploymentsAsync(scope, route, call));
        string? current = route.DeployedVersionId ?? (deployments.Count > 0 ? deployments[0].VersionId : null);
        AiGatewayRouteDeployment? earlier = deployments.FirstOrDefault(d => d.VersionId != current);
        if (earlier is null)
        {
            WriteError(ErrorRecords.InvalidInput(
                "NoEarlierDeployment",
                $"Route '{route.Name}' never had another version deployed than {current}; there is nothing to go back to.",
                Target,
                "Get-AiGatewayRouteVersion lists its versions; Publish-AiGatewayRoute deploys one."));
            return;
        }

        AiGatewayRouteVersion version = Await(call => Client.Routes.GetVersionAsync(scope, route, earlier.VersionId, call));
        string text = $"Restore {Describe(scope, route)} from version {current} to version {earlier.VersionId}, deployed at {earlier.CreatedAt:u}:{RouteReport.Differences(route.Elements, version.Elements)}";
        if (ShouldProcess(text, text + Environment.NewLine + "Continue?", "Restore-AiGatewayRoute"))
        {
            AiGatewayRoute restored = Await(call => Client.Routes.DeployAsync(scope, route, earlier.VersionId, call));
            CompletionCache.Clear();
            WriteObject(Deployment(restored, earlier.VersionId));
        }
    }

    private static AiGatewayRouteDeployment Deployment(AiGatewayRoute route, string versionId) => new()
    {
        DeploymentId = route.DeployedVersionId == versionId ? route.DeploymentId ?? string.Empty : string.Empty,
        VersionId = versionId,
        CreatedAt = route.DeployedVersionId == versionId ? route.DeployedAt : null,
        IsCurrent = true,
        RouteId = route.Id,
        RouteName = route.Name,
        GatewayId = route.GatewayId,
        AccountId = route.AccountId,
    };
}
