using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Commands;
using CloudflareAiGateway.Formatting;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes versions of the route that was typed before, the newest first, with their age and whether they serve calls as the tool tip.</summary>
public sealed class RouteVersionCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => $"{scope["Gateway"]} {scope["Name"]} {scope["RouteId"]}";

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        var results = new List<CompletionResult>
        {
            new(RouteVersions.Latest, RouteVersions.Latest, CompletionResultType.ParameterValue, "The version that was saved last"),
        };
        if (scope["Gateway"] is { Length: > 0 } gateway && (scope["Name"] ?? scope["RouteId"]) is not null)
        {
            string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
            results.AddRange(await FetchAsync(scope, new RouteScope(account, gateway), call).ConfigureAwait(false));
        }

        return results;
    }

    private static async Task<IEnumerable<CompletionResult>> FetchAsync(CompletionScope scope, RouteScope place, CallContext call)
    {
        IRouteClient routes = scope.Client.Routes;
        AiGatewayRoute route = scope["Name"] is { } name
            ? await routes.FindAsync(place, name, withElements: false, call).ConfigureAwait(false)
            : await routes.GetAsync(place, scope["RouteId"]!, call).ConfigureAwait(false);
        IReadOnlyList<AiGatewayRouteVersion> versions = await routes.ListVersionsAsync(place, route, call).ConfigureAwait(false);
        return versions.Select(v => new CompletionResult(
            v.VersionId,
            v.VersionId,
            CompletionResultType.ParameterValue,
            $"{(v.VersionId == route.DeployedVersionId ? "deployed, " : string.Empty)}saved {GatewayFormat.Time(v.CreatedAt)}, {RouteFormat.Graph(v.Elements)}"));
    }
}
