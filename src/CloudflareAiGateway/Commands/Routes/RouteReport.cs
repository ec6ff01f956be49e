using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands that send a graph say about it: findings as warnings or as one error, differences as text.</summary>
internal static class RouteReport
{
    /// <summary>Checks a graph before it is sent.</summary>
    /// <param name="command">Writes the warnings and the error.</param>
    /// <param name="route">The route's name.</param>
    /// <param name="elements">The graph.</param>
    /// <param name="force">Whether errors are let through, as warnings.</param>
    /// <returns>Whether it may be sent; if not, an error was written that names every element and rule.</returns>
    public static bool IsUsable(Cmdlet command, string route, IReadOnlyList<AiGatewayRouteElement> elements, bool force)
    {
        IReadOnlyList<AiGatewayRouteFinding> findings = RouteGraphCheck.Run(elements);
        AiGatewayRouteFinding[] errors = findings.Where(f => f.Severity is RouteFindingSeverity.Error).ToArray();
        foreach (AiGatewayRouteFinding finding in findings.Where(f => force || f.Severity is RouteFindingSeverity.Warning))
        {
            command.WriteWarning($"Route '{route}': {finding}");
        }

        if (errors.Length == 0 || force)
        {
            return true;
        }

        string list = errors.Length == 1 ? $" {errors[0]}" : Lines(errors);
        command.WriteError(ErrorRecords.InvalidInput(
            "InvalidRouteGraph",
            $"The graph of route '{route}' has {(errors.Length == 1 ? "an error" : $"{errors.Length} errors")}:{list}",
            route,
            "Correct it; Test-AiGatewayRoute gives the findings as objects. If the service knows more than this module, send it with -Force."));
        return false;
    }

    /// <summary>Things in lines of their own, indented.</summary>
    public static string Lines<T>(IEnumerable<T> things) => string.Concat(things.Select(t => $"{Environment.NewLine}    {t}"));

    /// <summary>How two graphs differ, in lines; a graph that was not read differs in words only.</summary>
    public static string Differences(AiGatewayRouteElement[]? old, AiGatewayRouteElement[]? wanted) =>
        old is null || wanted is null ? string.Empty : Lines(RouteGraphDifference.Find(old, wanted));
}
