using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Puts a gateway into the state as it is given, without the checks of a create.</summary>
internal static class GatewaySeed
{
    private static readonly JsonObject s_required = new()
    {
        ["cache_invalidate_on_update"] = false,
        ["cache_ttl"] = 0,
        ["collect_logs"] = true,
        ["rate_limiting_interval"] = 0,
        ["rate_limiting_limit"] = 0,
    };

    /// <summary>Makes the document: members that are required and missing are filled in, nothing else is touched.</summary>
    /// <param name="gateway">The raw gateway; it needs an id.</param>
    /// <param name="now">The time of creation where the gateway names none.</param>
    /// <param name="hasUnknownMembers">Whether it has members that the emulator does not know.</param>
    /// <exception cref="JsonException">The gateway is not an object with an id.</exception>
    public static StoredDocument Read(JsonElement gateway, DateTimeOffset now, out bool hasUnknownMembers)
    {
        if (JsonNode.Parse(gateway.GetRawText()) is not JsonObject members
            || members["id"] is not JsonValue idValue || !idValue.TryGetValue(out string? id) || id.Length == 0)
        {
            throw new JsonException("A gateway must be an object with an id.");
        }

        hasUnknownMembers = false;
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            hasUnknownMembers |= !GatewayRules.Update.Knows(member.Key);
        }

        foreach (KeyValuePair<string, JsonNode?> member in s_required)
        {
            Fill(members, member.Key, member.Value!.DeepClone());
        }

        Fill(members, "is_default", id == GatewayEndpoints.DefaultId);
        Fill(members, "created_at", Timestamp.Format(now));
        Fill(members, "modified_at", Timestamp.Format(now));
        DateTimeOffset createdAt = ReadTime(members["created_at"]) ?? now;
        return new StoredDocument(id, createdAt, JsonBody.Write(members, static (writer, node) => node.WriteTo(writer)));
    }

    private static void Fill(JsonObject members, string name, JsonNode value)
    {
        if (!members.ContainsKey(name))
        {
            members[name] = value;
        }
    }

    private static DateTimeOffset? ReadTime(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
