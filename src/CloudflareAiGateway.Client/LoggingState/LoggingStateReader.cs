using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Reads the logging state, whose shape is not documented. One public client reports a member <c>workers_observability</c>; the API's own
/// text speaks of a logging platform and of whether a migration is available. All these forms are understood, and the answer is kept.
/// </summary>
internal static class LoggingStateReader
{
    private const string Observability = "workersobservability";

    private static readonly string[] s_platformNames = ["platform", "logging_platform", "canonical_platform", "logging_state", "state", "destination"];

    private static readonly HashSet<string> s_gatewayNames = new(StringComparer.Ordinal) { "gateway", "aigateway", "legacy", "legacylogs", "logs", "aigatewaylogs" };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="AiGatewayException">UnexpectedResponse: it is not JSON with a result.</exception>
    public static AiGatewayLoggingState Read(ApiReply reply, string accountId)
    {
        reply.EnsureSuccess();
        JsonNode result = Result(reply);
        if (result is not JsonObject members)
        {
            return new AiGatewayLoggingState { AccountId = accountId, Platform = Platform(result) ?? LoggingPlatform.Unknown };
        }

        return new AiGatewayLoggingState
        {
            AccountId = accountId,
            Platform = Find(members),
            CanMigrate = Migration(members),
            AdditionalProperties = members.Deserialize<Dictionary<string, object?>>(WireJson.Options)!,
        };
    }

    private static JsonNode Result(ApiReply reply)
    {
        try
        {
            JsonNode? root = reply.Body.Length == 0 ? null : JsonNode.Parse(reply.Body);
            return (root as JsonObject)?["result"] ?? throw ErrorFactory.Unexpected(reply, "the answer holds no result");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ErrorFactory.Unexpected(reply, "the answer is not the JSON that the API gives", exception);
        }
    }

    private static LoggingPlatform Find(JsonObject members)
    {
        if (Flag(members["workers_observability"]) is bool moved)
        {
            return moved ? LoggingPlatform.WorkersObservability : LoggingPlatform.Gateway;
        }

        foreach (string name in s_platformNames)
        {
            if (Platform(members[name]) is LoggingPlatform platform)
            {
                return platform;
            }
        }

        return LoggingPlatform.Unknown;
    }

    private static LoggingPlatform? Platform(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue(out string? text))
        {
            return null;
        }

        string plain = text.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
        return plain == Observability ? LoggingPlatform.WorkersObservability : s_gatewayNames.Contains(plain) ? LoggingPlatform.Gateway : null;
    }

    private static bool? Migration(JsonObject members)
    {
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (member.Key.Contains("migrat", StringComparison.OrdinalIgnoreCase) && Flag(member.Value) is bool available)
            {
                return available;
            }
        }

        return null;
    }

    /// <summary>A yes or no in any of the forms in which this API gives them, or in an object that says whether something is on.</summary>
    private static bool? Flag(JsonNode? node) => node switch
    {
        JsonObject inner => Flag(inner["enabled"] ?? inner["available"]),
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        JsonValue value when value.TryGetValue(out double number) => number != 0,
        JsonValue value when value.TryGetValue(out string? text) && bool.TryParse(text, out bool flag) => flag,
        _ => null,
    };
}
