using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Renames a route, or gives it another graph: a changed graph becomes a version, which -Publish deploys. Nothing is written when the
/// deployed graph is the same; a run that broke off is completed by the next.
/// </summary>
/// <remarks>
/// Source: <c>aig-config-update-gateway-dynamic-route</c>, <c>aig-config-post-gateway-dynamic-route-version</c>,
/// <c>aig-config-post-gateway-dynamic-route-deployment</c>.
/// </remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewayRoute))]
public sealed class SetAiGatewayRouteCommand : RouteItemCommand
{
    /// <summary>The new name. Calls of the old one fail from then on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>The new graph: elements, hashtables, JSON text, or a route or version that has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RouteGraphTransformation]
    public AiGatewayRouteElement[]? Element { get; set; }

    /// <summary>Deploys the new graph. Without, it is a version that waits to be published.</summary>
    [Parameter]
    public SwitchParameter Publish { get; set; }

    /// <summary>Sends a graph that the checks refuse.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the route as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool NeedsGraph => Element is not null || PassThru;

    private protected override bool IsAcceptable()
    {
        string? problem = NewName is null && Element is null ? "Nothing to set: give -NewName or -Element."
            : Publish && Element is null ? "-Publish deploys the graph of -Element; a version that is there is deployed with Publish-AiGatewayRoute."
            : null;
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("RouteChangeRequired", problem, Target));
            return false;
        }

        if (NewName is not null && RouteName.Explain(NewName) is { } trouble)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidRouteName", trouble, NewName));
            return false;
        }

        return Element is null || RouteReport.IsUsable(this, Target, Element, Force);
    }

    private protected override void ProcessRoute(RouteScope scope, AiGatewayRoute route)
    {
        var wish = new RouteWish { Name = NewName, Elements = Element, Publish = Publish };
        RouteUpdatePlan plan = Await(call => Client.Routes.PlanUpdateAsync(scope, route, wish, call));
        if (!plan.HasChanges)
        {
            WriteVerbose(plan.ExistingVersionId is { } version
                ? $"Route '{route.Name}' has this graph in version {version}, which is not deployed; nothing was sent. -Publish deploys it."
                : $"Route '{route.Name}' is as wanted already; nothing was sent.");
            WritePassThru(route);
            return;
        }

        string text = $"Set {Describe(scope, route)}:{RouteReport.Lines(Changes(plan))}";
        if (!ShouldProcess(text, text + Environment.NewLine + "Continue?", "Set-AiGatewayRoute", out ShouldProcessReason reason))
        {
            if (reason == ShouldProcessReason.WhatIf)
            {
                WritePassThru(plan.Preview);
            }

            return;
        }

        AiGatewayRoute changed = Await(call => Client.Routes.ApplyUpdateAsync(scope, plan, call));
        CompletionCache.Clear();
        WritePassThru(changed);
    }

    private static IEnumerable<string> Changes(RouteUpdatePlan plan)
    {
        if (plan.NewName is { } name)
        {
            yield return $"Name: {plan.Current.Name} → {name}";
        }

        foreach (string difference in plan.Differences.Select(d => d.ToString()))
        {
            yield return difference;
        }

        if (plan.MakesVersion)
        {
            yield return plan.Deploys ? "Save this as a version, and deploy it." : "Save this as a version; it serves no call until it is published.";
        }
        else if (plan.Deploys)
        {
            yield return $"Deploy version {plan.ExistingVersionId}, which has this graph already.";
        }
    }

    private void WritePassThru(AiGatewayRoute route)
    {
        if (PassThru)
        {
            WriteObject(route);
        }
    }
}
