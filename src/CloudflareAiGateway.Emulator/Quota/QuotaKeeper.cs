using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Counts calls per token in fixed windows, and blocks a token that makes one too many.</summary>
internal sealed class QuotaKeeper(TimeProvider time, EmulatorQuota quota)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private EmulatorQuota _quota = quota;

    /// <summary>Sets the rule and forgets all counts.</summary>
    public void Set(EmulatorQuota quota)
    {
        lock (_lock)
        {
            _quota = quota;
            _counts.Clear();
        }
    }

    public QuotaAnswer Take(string tokenId)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
        {
            if (!_counts.TryGetValue(tokenId, out Count? count) || now >= count.Ends)
            {
                count = new Count { Ends = now.AddSeconds(_quota.Window) };
                _counts[tokenId] = count;
            }

            if (!count.Blocked && count.Used == _quota.Limit)
            {
                count.Blocked = true;
                count.Ends = now.AddSeconds(_quota.Block);
            }

            if (!count.Blocked)
            {
                count.Used++;
            }

            int seconds = (int)Math.Ceiling((count.Ends - now).TotalSeconds);
            return new QuotaAnswer(!count.Blocked, _quota.Limit - count.Used, seconds, _quota);
        }
    }

    private sealed class Count
    {
        public int Used { get; set; }

        public bool Blocked { get; set; }

        /// <summary>When the window, or the block, is over.</summary>
        public DateTimeOffset Ends { get; set; }
    }
}
