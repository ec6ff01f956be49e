namespace CloudflareAiGateway.Emulator;

/// <summary>The dynamic routes of gateways.</summary>
internal interface IRouteGraphSource
{
    /// <summary>What is deployed of a route; null when there is no such route.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="name">The route's name.</param>
    RouteGraph? Find(StateTables tables, string accountId, string gatewayId, string name);
}
