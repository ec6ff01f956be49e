using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Gateways that go into the state as they are given, without the checks of a create.</summary>
internal sealed class GatewaySeed
{
    private static readonly JsonObject s_required = new()
    {
        ["cache_invalidate_on_update"] = false,
        ["cache_ttl"] = 0,
        ["collect_logs"] = true,
        ["rate_limiting_interval"] = 0,
        ["rate_limiting_limit"] = 0,
    };

    private readonly List<StoredDocument> _gateways = [];

    private GatewaySeed()
    {
    }

    /// <summary>Whether a gateway has members that the emulator does not know.</summary>
    public bool HasUnknownMembers { get; private set; }

    /// <summary>Reads one gateway or an array of them: members that are required and missing are filled in, nothing else is touched.</summary>
    /// <param name="json">The gateways; each needs an id.</param>
    /// <param name="now">The time of creation where a gateway names none.</param>
    /// <exception cref="JsonException">A gateway is not an object with an id.</exception>
    public static GatewaySeed Read(string json, DateTimeOffset now)
    {
        var seed = new GatewaySeed();
        JsonNode? root = JsonNode.Parse(json);
        if (root is JsonArray gateways)
        {
            foreach (JsonNode? gateway in gateways)
            {
                seed.Add(gateway, now);
            }
        }
        else
        {
            seed.Add(root, now);
        }

        return seed;
    }

    /// <summary>Adds the gateways to an account, or replaces those with their ids.</summary>
    /// <returns>False when there is no such account.</returns>
    public bool AddTo(StateTables tables, string accountId)
    {
        if (AccountTable.Of(tables).Find(accountId) is null)
        {
            return false;
        }

        foreach (StoredDocument gateway in _gateways)
        {
            GatewayEndpoints.Table(tables, accountId).Put(gateway);
        }

        return true;
    }

    private void Add(JsonNode? gateway, DateTimeOffset now)
    {
        if (gateway is not JsonObject members || members["id"] is not JsonValue idValue || !idValue.TryGetValue(out string? id) || id.Length == 0)
        {
            throw new JsonException("A gateway must be an object with an id.");
        }

        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            HasUnknownMembers |= !GatewayRules.Update.Knows(member.Key);
        }

        foreach (KeyValuePair<string, JsonNode?> member in s_required)
        {
            Fill(members, member.Key, member.Value!.DeepClone());
        }

        Fill(members, "is_default", id == GatewayEndpoints.DefaultId);
        Fill(members, "created_at", Timestamp.Format(now));
        Fill(members, "modified_at", Timestamp.Format(now));
        DateTimeOffset createdAt = ReadTime(members["created_at"]) ?? now;
        _gateways.Add(new StoredDocument(id, createdAt, JsonBody.Write(members, static (writer, node) => node.WriteTo(writer))));
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
