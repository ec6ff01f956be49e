using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Finds the content of an answer: below <c>result</c>, below <c>data</c> and a name of its own, or below that name alone, whichever the
/// service uses for it today.
/// </summary>
internal static class RouteAnswer
{
    /// <summary>Reads an answer about one thing.</summary>
    /// <exception cref="AiGatewayException">UnexpectedResponse, or what <c>success: false</c> says.</exception>
    public static RouteDocument ReadOne(ApiReply reply)
    {
        JsonObject root = Root(reply);
        foreach (string name in (string[])["result", "route", "data"])
        {
            if (root[name] is JsonObject found)
            {
                return Convert<RouteDocument>(reply, found["route"] as JsonObject ?? found);
            }
        }

        throw ErrorFactory.Unexpected(reply, "the answer holds no result");
    }

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="reply">The answer.</param>
    /// <param name="name">The list's own name, such as <c>routes</c>.</param>
    /// <param name="pageSize">The page size that the service says it used; null when it does not say.</param>
    /// <exception cref="AiGatewayException">UnexpectedResponse, or what <c>success: false</c> says.</exception>
    public static List<T> ReadList<T>(ApiReply reply, string name, out int? pageSize)
    {
        JsonObject root = Root(reply);
        foreach (JsonNode? place in (JsonNode?[])[root["data"], root["result"], root])
        {
            if ((place as JsonArray ?? (place as JsonObject)?[name] as JsonArray) is JsonArray list)
            {
                pageSize = PageSize(place) ?? PageSize(root["result_info"]);
                return Convert<List<T>>(reply, list);
            }
        }

        throw ErrorFactory.Unexpected(reply, $"the answer holds no {name}");
    }

    private static JsonObject Root(ApiReply reply)
    {
        try
        {
            reply.EnsureSuccess();
            return (reply.Body.Length == 0 ? null : JsonNode.Parse(reply.Body) as JsonObject)
                ?? throw ErrorFactory.Unexpected(reply, reply.Body.Length == 0 ? "the answer is empty" : "the answer is not the JSON that the API gives");
        }
        catch (AiGatewayException failure)
        {
            throw RouteFailures.Explain(failure);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ErrorFactory.Unexpected(reply, "the answer is not the JSON that the API gives", exception);
        }
    }

    private static T Convert<T>(ApiReply reply, JsonNode node)
    {
        try
        {
            return node.Deserialize<T>(WireJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.Unexpected(reply, "the answer is not the JSON that the API gives", exception);
        }
    }

    private static int? PageSize(JsonNode? block) =>
        (block as JsonObject)?["per_page"] is JsonNode size && JsonEquality.Number(size) is decimal number and > 0 and <= int.MaxValue ? (int)number : null;
}
