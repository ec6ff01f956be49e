using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Creates a route, whose graph serves calls at once. The graph is checked before any call. A piped route, or a row with a name and
/// elements, gives both; with another gateway that makes a copy.
/// </summary>
/// <remarks>Source: <c>aig-config-post-gateway-dynamic-route</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayRoute))]
public sealed class NewAiGatewayRouteCommand : GatewayItemCommand
{
    /// <summary>The route's name, unique in its gateway.</summary>
    [Parameter(Position = 1)]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The graph: elements, hashtables, JSON text, or a route or version that has it.</summary>
    [Parameter(Position = 2)]
    [RouteGraphTransformation]
    public AiGatewayRouteElement[]? Element { get; set; }

    /// <summary>The piped object. A route, or a row with elements, gives name and graph where they are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Sends a graph that the checks refuse.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string ResourceName => "Route";

    /// <summary>Creates one route.</summary>
    protected override void ProcessRecord()
    {
        var source = new RouteSource(InputObject);
        string? name = Name ?? source.Name;
        if (RouteName.Explain(name) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidRouteName", problem, name));
            return;
        }

        try
        {
            string accountId = ResolveAccountId();
            AiGatewayRouteElement[]? elements = Element ?? source.Read(graph => Await(call => Client.Routes.GetAsync(graph, source.RouteId!, call)));
            if (elements is null)
            {
                WriteError(ErrorRecords.InvalidInput("RouteGraphRequired", $"Route '{name}' has no graph.", name, "Give -Element, or pipe a route that has one."));
            }
            else if (RouteReport.IsUsable(this, name!, elements, Force))
            {
                Create(new RouteScope(accountId, Gateway), name!, elements);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, name);
        }
        catch (ArgumentTransformationMetadataException failure)
        {
            // A piped object is no reason to end the command, as a typed parameter is.
            WriteError(ErrorRecords.InvalidInput("InvalidRouteGraph", failure.Message, name));
        }
    }

    private void Create(RouteScope scope, string name, AiGatewayRouteElement[] elements)
    {
        if (ShouldProcess($"route '{name}' in gateway '{scope.Gateway}' (account {scope.AccountId})", $"Create with {elements.Length} elements, and deploy")
            && TryAwait(name, call => Client.Routes.CreateAsync(scope, name, elements, call), out AiGatewayRoute route))
        {
            CompletionCache.Clear();
            WriteObject(route);
        }
    }
}
