using System;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets routes of a gateway: all, by name, by wildcard pattern, or by id.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-dynamic-routes</c>, <c>aig-config-get-gateway-dynamic-route</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayRoute", SupportsPaging = true, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRoute))]
public sealed class GetAiGatewayRouteCommand : GatewayListCommand
{
    private const string NameSet = "Name";
    private const string IdSet = "Id";

    /// <summary>Names of routes; wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RouteNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The route's id; a piped route, version or deployment gives it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string RouteId { get; set; } = string.Empty;

    /// <summary>Reads the graph of each route that the list gives without: one call more for each. A route by its name has its graph anyway.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public SwitchParameter IncludeElement { get; set; }

    private protected override string ResourceName => "Route";

    /// <summary>Writes the routes of one gateway.</summary>
    protected override void ProcessRecord()
    {
        var scope = new RouteScope(ResolveAccountId(), Gateway);
        if (ParameterSetName == IdSet)
        {
            WriteOne(RouteId, call => Client.Routes.GetAsync(scope, RouteId, call));
            return;
        }

        foreach (string? name in Name ?? new string?[] { null })
        {
            if (IsSatisfied && !PagingParameters.IncludeTotalCount)
            {
                return;
            }

            if (name is null || WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteMatches(scope, name);
            }
            else
            {
                WriteOne(name, call => Client.Routes.FindAsync(scope, name, withElements: true, call));
            }
        }
    }

    private void WriteMatches(RouteScope scope, string? pattern)
    {
        try
        {
            var wildcard = pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            WriteList(
                Client.Routes.PageSize,
                (page, call) => Client.Routes.ListAsync(scope, page, call),
                route => route.Id,
                wildcard is null ? null : route => wildcard.IsMatch(route.Name),
                IncludeElement ? route => Complete(scope, route) : null);
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, pattern ?? Gateway);
        }
    }

    private void WriteOne(string target, Func<CallContext, System.Threading.Tasks.Task<AiGatewayRoute>> read)
    {
        if (TryAwait(target, read, out AiGatewayRoute route))
        {
            WriteItem(route);
        }
    }

    /// <summary>One route that cannot be read is an error; it is written as the list gave it, and the rest goes on.</summary>
    private AiGatewayRoute Complete(RouteScope scope, AiGatewayRoute route) =>
        route.Elements is null && TryAwait(route.Name, call => Client.Routes.GetAsync(scope, route.Id, call), out AiGatewayRoute whole) ? whole : route;
}
