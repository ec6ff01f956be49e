using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The frames of answers about routes. Lists and renames have frames of their own, unless the service is set to the general ones.</summary>
internal static class RouteEnvelope
{
    /// <summary>A list: below <c>data</c>, without totals, or below <c>result</c>.</summary>
    public static EmulatedResponse List(ApiCall call, string name, IReadOnlyList<JsonObject> items, Page page)
    {
        var list = new JsonArray([.. items]);
        return call.Behaviour.RoutesInResult
            ? Of(new JsonObject
            {
                ["success"] = true,
                ["result"] = list,
                ["result_info"] = new JsonObject { ["page"] = page.Number, ["per_page"] = page.Size, ["count"] = items.Count },
            })
            : Of(new JsonObject
            {
                ["success"] = true,
                ["data"] = new JsonObject
                {
                    ["order_by"] = "created_at",
                    ["order_by_direction"] = "desc",
                    ["page"] = page.Number,
                    ["per_page"] = page.Size,
                    [name] = list,
                },
            });
    }

    /// <summary>The answer to a rename: below <c>route</c>, or below <c>result</c>.</summary>
    public static EmulatedResponse Renamed(ApiCall call, JsonObject route) =>
        Of(new JsonObject { ["success"] = true, [call.Behaviour.RoutesInResult ? "result" : "route"] = route });

    /// <summary>Every other answer.</summary>
    public static EmulatedResponse Item(JsonObject result) => Of(new JsonObject { ["success"] = true, ["result"] = result });

    private static EmulatedResponse Of(JsonObject body) => new() { Body = JsonBody.Write(body, static (writer, node) => node.WriteTo(writer)) };
}
