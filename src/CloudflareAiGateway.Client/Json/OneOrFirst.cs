using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a result that is one thing, or a list of one: Secrets Store changes between both.</summary>
internal static class OneOrFirst
{
    /// <summary>The thing.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <exception cref="AiGatewayException">UnexpectedResponse, or what <c>success: false</c> says.</exception>
    public static T Read<T>(ApiReply reply)
    {
        reply.EnsureSuccess();
        try
        {
            JsonNode? result = reply.Body.Length == 0 ? null : (JsonNode.Parse(reply.Body) as JsonObject)?["result"];
            if ((result is JsonArray { Count: > 0 } list ? list[0] : result) is JsonObject one)
            {
                return one.Deserialize<T>(WireJson.Options)!;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ErrorFactory.Unexpected(reply, "the answer is not the JSON that the API gives", exception);
        }

        throw ErrorFactory.Unexpected(reply, "the answer holds no result");
    }
}
