using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>For one route: typed by its name, piped by its id. A name costs a call to look it up, as the API knows routes by id only.</summary>
public abstract class RouteItemCommand : GatewayItemCommand
{
    private protected const string NameSet = "Name";
    private protected const string IdSet = "Id";

    /// <summary>The route's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ArgumentCompleter(typeof(RouteNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The route's id; a piped route, version or deployment gives it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string RouteId { get; set; } = string.Empty;

    /// <summary>What the user asked for.</summary>
    private protected string Target => ParameterSetName == IdSet ? RouteId : Name;

    private protected override string ResourceName => "Route";

    /// <summary>Works on one route.</summary>
    protected sealed override void ProcessRecord()
    {
        if (!IsAcceptable())
        {
            return;
        }

        var scope = new RouteScope(ResolveAccountId(), Gateway);
        if (TryAwait(Target, call => ParameterSetName == IdSet ? Client.Routes.GetAsync(scope, RouteId, call) : Client.Routes.FindAsync(scope, Name, NeedsGraph, call), out AiGatewayRoute route))
        {
            try
            {
                ProcessRoute(scope, route);
            }
            catch (AiGatewayException failure)
            {
                Fail(failure, Target);
            }
        }
    }

    /// <summary>Checks what the user gave before any call.</summary>
    /// <returns>Whether it can be done; if not, an error was written.</returns>
    private protected virtual bool IsAcceptable() => true;

    /// <summary>Whether the command works on the route's graph.</summary>
    private protected virtual bool NeedsGraph => false;

    /// <summary>Does the command's work.</summary>
    private protected abstract void ProcessRoute(RouteScope scope, AiGatewayRoute route);

    /// <summary>How a route reads in -WhatIf and -Confirm.</summary>
    private protected static string Describe(RouteScope scope, AiGatewayRoute route) => $"route '{route.Name}' of gateway '{scope.Gateway}' (account {scope.AccountId})";
}
