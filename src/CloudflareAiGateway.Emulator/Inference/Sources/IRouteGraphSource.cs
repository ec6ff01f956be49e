using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The dynamic routes of gateways.</summary>
internal interface IRouteGraphSource
{
    /// <summary>The elements of the deployed version of a route, as a JSON array; null when there is none.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="name">The route's name.</param>
    ReadOnlyMemory<byte>? FindElements(StateTables tables, string accountId, string gatewayId, string name);
}
