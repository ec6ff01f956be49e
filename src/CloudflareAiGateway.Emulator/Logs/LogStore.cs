using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The log rows of all gateways. They are in memory only, never in the state file: a million rows would make every change of a
/// gateway a write of half a gigabyte. Use it in a turn of the <see cref="StateStore"/> only.
/// </summary>
internal sealed class LogStore
{
    private readonly Dictionary<(string AccountId, string GatewayId), LogTable> _tables = [];
    private readonly Dictionary<LogTraits, LogKind> _kinds = [];
    private readonly Dictionary<string, LogMetadata> _metadata = new(StringComparer.Ordinal);

    private ulong _chance;

    public LogTable Table(string accountId, string gatewayId)
    {
        if (!_tables.TryGetValue((accountId, gatewayId), out LogTable? table))
        {
            table = new LogTable();
            _tables.Add((accountId, gatewayId), table);
        }

        return table;
    }

    public void Drop(string accountId, string gatewayId) => _tables.Remove((accountId, gatewayId));

    public void Clear()
    {
        _tables.Clear();
        _kinds.Clear();
        _metadata.Clear();
        _chance = 0;
    }

    /// <summary>A number that was not given before, for the id of an explicit row that has none.</summary>
    public ulong NextChance() => _chance++;

    /// <summary>The one kind with these traits.</summary>
    public LogKind Share(LogTraits traits)
    {
        if (!_kinds.TryGetValue(traits, out LogKind? kind))
        {
            kind = new LogKind(traits);
            _kinds.Add(traits, kind);
        }

        return kind;
    }

    /// <summary>The one metadata with these members; null for none.</summary>
    public LogMetadata? Share(JsonElement members)
    {
        if (members.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var candidate = LogMetadata.From(members);
        return _metadata.TryAdd(candidate.Text, candidate) ? candidate : _metadata[candidate.Text];
    }
}
