using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// What Unified Billing paid for, by account. It is kept apart from the log rows, as money does not come back when rows are deleted, and is
/// spent by calls that nobody logs. In memory only, like the rows.
/// </summary>
internal sealed class PaidUseLedger
{
    private readonly object _lock = new();
    private readonly Dictionary<string, (List<PaidUse> Uses, double Total)> _accounts = new(StringComparer.Ordinal);

    /// <summary>Notes a use. What cost nothing, or nobody knows how much, is none.</summary>
    public void Add(string accountId, long time, double cost)
    {
        if (!(cost > 0))
        {
            return;
        }

        lock (_lock)
        {
            (List<PaidUse> uses, double total) = _accounts.TryGetValue(accountId, out (List<PaidUse> Uses, double Total) known) ? known : ([], 0);
            uses.Add(new PaidUse(time, cost));
            _accounts[accountId] = (uses, total + cost);
        }
    }

    /// <summary>What an account used in all, in US dollars.</summary>
    public double Total(string accountId)
    {
        lock (_lock)
        {
            return _accounts.GetValueOrDefault(accountId).Total;
        }
    }

    /// <summary>An account's uses from a time on and before another.</summary>
    public IReadOnlyList<PaidUse> Between(string accountId, DateTimeOffset from, DateTimeOffset until)
    {
        long first = from.ToUnixTimeMilliseconds();
        long last = until.ToUnixTimeMilliseconds();
        lock (_lock)
        {
            return _accounts.GetValueOrDefault(accountId).Uses?.FindAll(use => use.Time >= first && use.Time < last) ?? [];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _accounts.Clear();
        }
    }
}
