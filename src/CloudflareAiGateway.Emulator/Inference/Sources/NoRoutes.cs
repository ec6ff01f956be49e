using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>No gateway has a route.</summary>
internal sealed class NoRoutes : IRouteGraphSource
{
    public ReadOnlyMemory<byte>? FindElements(StateTables tables, string accountId, string gatewayId, string name) => null;
}
