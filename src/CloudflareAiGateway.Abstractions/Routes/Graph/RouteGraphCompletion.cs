using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;

namespace CloudflareAiGateway;

/// <summary>
/// Completes a graph that is wanted with what it leaves open and the graph that is there says: times and retries, and members which this
/// version of the module does not know. So neither the service's defaults nor what the dashboard keeps there count as a change, and
/// neither is lost by one.
/// </summary>
internal static class RouteGraphCompletion
{
    /// <summary>Completes a graph.</summary>
    /// <param name="wanted">The graph that is wanted; it is not changed.</param>
    /// <param name="present">The graph that is there.</param>
    /// <returns>A graph of copies.</returns>
    public static AiGatewayRouteElement[] Complete(IReadOnlyList<AiGatewayRouteElement> wanted, IReadOnlyList<AiGatewayRouteElement> present)
    {
        var completed = new AiGatewayRouteElement[wanted.Count];
        for (int i = 0; i < wanted.Count; i++)
        {
            completed[i] = RouteElementReader.Read(RouteElementCopy.Of(wanted[i]));
            if (Find(present, wanted[i]) is { } before)
            {
                Complete(completed[i], before);
            }
        }

        return completed;
    }

    private static AiGatewayRouteElement? Find(IReadOnlyList<AiGatewayRouteElement> present, AiGatewayRouteElement wanted)
    {
        foreach (AiGatewayRouteElement element in present)
        {
            if (element.Id == wanted.Id && element.Type == wanted.Type)
            {
                return element;
            }
        }

        return null;
    }

    private static void Complete(AiGatewayRouteElement element, AiGatewayRouteElement before)
    {
        element.Retries ??= before.Retries;
        element.Timeout ??= before.Timeout;
        PlainMerge.Add(element.AdditionalProperties, RouteElementCopy.Document(before.AdditionalProperties ?? new OrderedDictionary()));

        // What belonged to an output that is gone has no place any more.
        if (element.AdditionalProperties["outputs"] is IDictionary others)
        {
            foreach (object name in new ArrayList(others.Keys))
            {
                if (!element.Outputs.Contains(name))
                {
                    others.Remove(name);
                }
            }

            if (others.Count == 0)
            {
                element.AdditionalProperties.Remove("outputs");
            }
        }
    }
}
