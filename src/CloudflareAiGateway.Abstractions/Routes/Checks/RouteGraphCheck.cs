using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Holds a graph against the rules, before any call. One finding for each thing that is wrong.</summary>
internal static class RouteGraphCheck
{
    /// <summary>Checks a graph.</summary>
    /// <returns>What was found, in the order of the elements; empty when the graph is fine.</returns>
    public static IReadOnlyList<AiGatewayRouteFinding> Run(IReadOnlyList<AiGatewayRouteElement> elements)
    {
        var findings = new RouteFindings();
        CheckEnds(elements, findings);
        CheckIds(elements, findings);
        foreach (AiGatewayRouteElement element in elements)
        {
            RouteElementCheck.Run(element, findings);
        }

        RoutePathCheck.Run(elements, findings);
        return findings.InOrderOf(elements);
    }

    /// <summary>Whether a finding forbids the graph.</summary>
    public static bool HasErrors(IReadOnlyList<AiGatewayRouteFinding> findings) => findings.Any(f => f.Severity is RouteFindingSeverity.Error);

    private static void CheckEnds(IReadOnlyList<AiGatewayRouteElement> elements, RouteFindings findings)
    {
        AiGatewayRouteElement[] starts = elements.Where(e => e.Type == RouteElementType.Start.Name).ToArray();
        AiGatewayRouteElement[] ends = elements.Where(e => e.Type == RouteElementType.End.Name).ToArray();
        if (starts.Length == 0)
        {
            findings.Error(string.Empty, RouteRule.MissingStart, "The graph has no start.", "Add an element of type start whose output next leads to the first step.");
        }

        foreach (AiGatewayRouteElement start in starts.Skip(1))
        {
            findings.Error(start.Id, RouteRule.DuplicateStart, $"The graph starts at '{starts[0].Id}' already.", "Keep one start.");
        }

        if (ends.Length == 0)
        {
            findings.Error(string.Empty, RouteRule.MissingEnd, "The graph has no end.", "Add an element of type end, and lead every path to it.");
        }

        foreach (AiGatewayRouteElement end in ends.Skip(1))
        {
            findings.Warning(end.Id, RouteRule.DuplicateEnd, $"The graph ends at '{ends[0].Id}' already.", $"Lead every path to '{ends[0].Id}'.");
        }
    }

    private static void CheckIds(IReadOnlyList<AiGatewayRouteElement> elements, RouteFindings findings)
    {
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        for (int i = 0; i < elements.Count; i++)
        {
            if (elements[i].Id.Length == 0)
            {
                findings.Error(string.Empty, RouteRule.MissingId, $"Element {i + 1} ({RouteElementText.Describe(elements[i])}) has no id.", "Give it one that no other element has.");
            }
            else if (!seen.Add(elements[i].Id))
            {
                findings.Error(elements[i].Id, RouteRule.DuplicateId, $"Two elements have the id '{elements[i].Id}'.", "Give one of them another id, and see which of them the outputs mean.");
            }
        }
    }
}
