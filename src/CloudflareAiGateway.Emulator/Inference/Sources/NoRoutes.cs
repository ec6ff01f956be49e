namespace CloudflareAiGateway.Emulator;

/// <summary>No gateway has a route.</summary>
internal sealed class NoRoutes : IRouteGraphSource
{
    public RouteGraph? Find(StateTables tables, string accountId, string gatewayId, string name) => null;
}
