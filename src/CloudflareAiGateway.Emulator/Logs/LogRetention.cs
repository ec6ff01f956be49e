using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>How many rows a gateway keeps, and what happens at the limit: its settings <c>log_management</c> and <c>log_management_strategy</c>.</summary>
internal sealed class LogRetention
{
    private readonly bool _stops;

    private LogRetention(int limit, bool stops)
    {
        Limit = limit;
        _stops = stops;
    }

    public int Limit { get; }

    public static LogRetention Of(StoredDocument gateway)
    {
        using JsonDocument document = JsonDocument.Parse(gateway.Json);
        bool hasLimit = document.RootElement.TryGetProperty("log_management", out JsonElement given) && given.ValueKind == JsonValueKind.Number;
        bool stops = document.RootElement.TryGetProperty("log_management_strategy", out JsonElement strategy)
            && strategy.ValueKind == JsonValueKind.String && strategy.ValueEquals("STOP_INSERTING");
        return new LogRetention(hasLimit && given.TryGetInt32(out int limit) ? limit : int.MaxValue, stops);
    }

    /// <summary>Adds rows as far as the settings allow, and lets old ones go.</summary>
    /// <returns>How many were added; some of them may have gone again.</returns>
    public int Add(LogTable table, Span<LogRow> rows)
    {
        if (_stops)
        {
            rows = rows[..Math.Clamp(Limit - table.Count, 0, rows.Length)];
        }

        int added = table.Add(rows);
        table.RemoveOldest(table.Count - Limit);
        return added;
    }
}
