using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A deployed graph, to be walked by whoever answers calls of the route.</summary>
/// <param name="RouteId">The route.</param>
/// <param name="Name">Its name, without <c>dynamic/</c>.</param>
/// <param name="VersionId">The version that is deployed.</param>
/// <param name="Nodes">Its elements by id, in the order of the document; of elements with one id the first counts.</param>
internal sealed record DeployedRoute(string RouteId, string Name, string VersionId, IReadOnlyDictionary<string, RouteNode> Nodes)
{
    /// <summary>Where to begin; null when the graph, sent without being checked, has no start.</summary>
    public RouteNode? Start
    {
        get
        {
            foreach (RouteNode node in Nodes.Values)
            {
                if (node.Type == "start")
                {
                    return node;
                }
            }

            return null;
        }
    }

    /// <summary>The node that an output leads to.</summary>
    /// <returns>Null when the node has no such output, or it leads nowhere.</returns>
    public RouteNode? Follow(RouteNode node, string output)
    {
        foreach (KeyValuePair<string, string> edge in node.Outputs)
        {
            if (edge.Key == output)
            {
                return Nodes.TryGetValue(edge.Value, out RouteNode? next) ? next : null;
            }
        }

        return null;
    }

    /// <summary>Reads a stored version.</summary>
    public static DeployedRoute Read(string routeId, string name, StoredDocument version)
    {
        using JsonDocument document = JsonDocument.Parse(version.Json);
        var nodes = new Dictionary<string, RouteNode>(StringComparer.Ordinal);
        foreach (JsonElement element in document.RootElement.GetProperty("elements").EnumerateArray())
        {
            RouteNode node = RouteNode.Read(element);
            nodes.TryAdd(node.Id, node);
        }

        return new DeployedRoute(routeId, name, version.Id, nodes);
    }
}
