using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the deployments of a route, the newest first: which version served calls from when on.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-route-deployments</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayRouteDeployment", DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRouteDeployment))]
public sealed class GetAiGatewayRouteDeploymentCommand : RouteItemCommand
{
    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        IReadOnlyList<AiGatewayRouteDeployment> deployments = Await(call => Client.Routes.ListDeploymentsAsync(scope, route, call));
        foreach (AiGatewayRouteDeployment deployment in deployments)
        {
            WriteObject(deployment);
        }
    }
}
