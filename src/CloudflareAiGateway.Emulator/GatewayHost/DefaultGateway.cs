using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The gateway that makes itself with the first call of somebody who may call it.</summary>
internal static class DefaultGateway
{
    /// <summary>Finds a gateway, and makes the default one when that is wanted and missing.</summary>
    /// <param name="tables">The resources.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="mayMake">Whether the caller may call models.</param>
    /// <param name="now">The time.</param>
    public static StoredDocument? FindOrMake(StateTables tables, string accountId, string gatewayId, bool mayMake, DateTimeOffset now)
    {
        DocumentTable gateways = GatewayEndpoints.Table(tables, accountId);
        StoredDocument? gateway = gateways.Find(gatewayId);
        if (gateway is null && mayMake && gatewayId == GatewayEndpoints.DefaultId)
        {
            gateway = Make(now);
            gateways.Put(gateway);
        }

        return gateway;
    }

    private static StoredDocument Make(DateTimeOffset now)
    {
        var settings = new JsonObject
        {
            ["cache_invalidate_on_update"] = false,
            ["cache_ttl"] = 0,
            ["collect_logs"] = true,
            ["rate_limiting_interval"] = 0,
            ["rate_limiting_limit"] = 0,
            ["authentication"] = true,
            ["workers_ai_billing_mode"] = "postpaid",
        };
        using JsonDocument given = JsonDocument.Parse(settings.ToJsonString());
        var context = new RuleContext(keepUnknown: false);
        var complete = (JsonObject)GatewayRules.Update.Read(given.RootElement, PathStep.Body, context)!;
        return GatewayBody.Store(GatewayEndpoints.DefaultId, complete, now, now);
    }
}
