using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Adds the rows of a seed to their gateway, a bounded number at a time. What they say that credit paid for is taken from it.</summary>
internal sealed class LogPlanter(EmulatorServices services, LogSeed seed)
{
    private const int BatchSize = 16_384;

    private readonly LogStore _store = services.Logs;
    private readonly DateTimeOffset _now = services.Time.GetUtcNow();

    /// <summary>Adds the rows; null when there is no such gateway.</summary>
    public int? AddTo(StateTables tables)
    {
        if (GatewayEndpoints.Table(tables, seed.AccountId).Find(seed.Gateway) is not StoredDocument gateway)
        {
            return null;
        }

        LogTable table = _store.Table(seed.AccountId, seed.Gateway);
        var retention = LogRetention.Of(gateway);
        return AddExplicit(table, retention) + AddMadeUp(table, retention);
    }

    private int AddExplicit(LogTable table, LogRetention retention)
    {
        var rows = new List<LogRow>();
        foreach (JsonElement given in seed.Rows ?? [])
        {
            rows.Add(LogRowReader.Read(given, _store, _now, _store.NextChance()));
        }

        foreach (LogRow row in rows)
        {
            if (table.Find(row.Id) is >= 0 and int known)
            {
                table.Remove([known]);
            }
            else
            {
                Charge(row);
            }
        }

        return rows.Count == 0 ? 0 : retention.Add(table, rows.ToArray());
    }

    private int AddMadeUp(LogTable table, LogRetention retention)
    {
        var generator = new LogGenerator(_store, seed, _now);
        LogRow[] batch = new LogRow[Math.Min(BatchSize, seed.Count)];
        table.Reserve(Math.Min(seed.Count, retention.Limit));
        int added = 0;
        for (int i = 0; i < seed.Count; i += batch.Length)
        {
            int size = Math.Min(batch.Length, seed.Count - i);
            for (int j = 0; j < size; j++)
            {
                batch[j] = generator.Make(i + j);
                Charge(batch[j]);
            }

            added += retention.Add(table, batch.AsSpan(0, size));
        }

        return added;
    }

    private void Charge(in LogRow row)
    {
        if (row.Has(LogFlags.Wholesale))
        {
            services.PaidUses.Add(seed.AccountId, row.CreatedAt, row.Cost);
        }
    }
}
