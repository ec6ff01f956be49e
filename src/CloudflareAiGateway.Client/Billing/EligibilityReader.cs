using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Reads whether credit can be bought. Nothing about the answer is documented, so only what is plain counts, and the rest is kept.</summary>
internal static class EligibilityReader
{
    private static readonly string[] s_flagNames = ["eligible", "is_eligible", "isEligible", "allowed", "can_topup", "canTopup"];
    private static readonly string[] s_reasonNames = ["reason", "message", "error", "ineligible_reason", "code"];

    /// <summary>Adds an answer to the limits.</summary>
    public static AiGatewayTopUpLimit Read(ApiReply reply, AiGatewayTopUpLimit limits)
    {
        JsonNode? result = Result(reply);
        var members = result as JsonObject ?? [];
        bool? eligible = result is JsonValue ? Flag(result) : First(members, s_flagNames, node => Flag(node) is bool flag ? flag : null as object) as bool?;
        var more = new Dictionary<string, object?>(limits.AdditionalProperties, StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> member in members.Deserialize<Dictionary<string, object?>>(WireJson.Options)!)
        {
            more[member.Key] = member.Value;
        }

        return new AiGatewayTopUpLimit
        {
            AccountId = limits.AccountId,
            Minimum = limits.Minimum,
            Maximum = limits.Maximum,
            Currency = limits.Currency,
            Eligible = eligible,
            Reason = eligible == false ? First(members, s_reasonNames, Text) as string : null,
            AdditionalProperties = more,
        };
    }

    private static JsonNode? Result(ApiReply reply)
    {
        reply.EnsureSuccess();
        try
        {
            return reply.Body.Length == 0 ? null : (JsonNode.Parse(reply.Body) as JsonObject)?["result"];
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ErrorFactory.Unexpected(reply, "the answer is not the JSON that the API gives", exception);
        }
    }

    private static object? First(JsonObject members, string[] names, Func<JsonNode?, object?> read)
    {
        foreach (string name in names)
        {
            if (read(members[name]) is object found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool? Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => JsonEquality.Number(node) != 0,
        JsonValueKind.String => bool.TryParse(node.GetValue<string>(), out bool flag) ? flag : null,
        _ => null,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
