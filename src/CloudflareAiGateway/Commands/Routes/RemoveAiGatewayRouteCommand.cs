using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes routes with their versions. There is no way back, and calls of them fail, so it asks first.</summary>
/// <remarks>Source: <c>aig-config-delete-gateway-dynamic-route</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayRouteCommand : RouteItemCommand
{
    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        if (ShouldProcess(Describe(scope, route), $"Delete with all versions; calls of model {route.Model} will fail"))
        {
            Await(call => Client.Routes.DeleteAsync(scope, route.Id, call));
            CompletionCache.Clear();
        }
    }
}
