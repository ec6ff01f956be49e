using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Lets calls to models find what is deployed of routes.</summary>
internal sealed class DeployedRouteSource : IRouteGraphSource
{
    public RouteGraph? Find(StateTables tables, string accountId, string gatewayId, string name)
    {
        if (RouteTable.FindDeployed(tables, accountId, gatewayId, name) is not DeployedRoute route)
        {
            return null;
        }

        var elements = new List<RouteElement>();
        foreach (RouteNode node in route.Nodes.Values)
        {
            elements.Add(new RouteElement(node.Id, node.Type, node.Properties, node.Outputs));
        }

        return new RouteGraph(name, elements);
    }
}
