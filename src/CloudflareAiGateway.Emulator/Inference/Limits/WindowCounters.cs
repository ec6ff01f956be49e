using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Counts calls in windows of time: fixed ones, which begin with the clock, or one that slides along with it.</summary>
internal sealed class WindowCounters
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Queue<long>> _times = new(StringComparer.Ordinal);

    /// <summary>The start of the window that a moment is in.</summary>
    public static DateTimeOffset Start(DateTimeOffset now, int seconds, bool slides)
    {
        if (slides)
        {
            return now.AddSeconds(-seconds);
        }

        long window = now.ToUnixTimeSeconds() / seconds;
        return DateTimeOffset.FromUnixTimeSeconds(window * seconds);
    }

    /// <summary>Counts a call, unless there were enough of them.</summary>
    /// <param name="key">What is counted.</param>
    /// <param name="limit">How many may be in a window.</param>
    /// <param name="seconds">The length of a window.</param>
    /// <param name="slides">Whether it slides.</param>
    /// <param name="now">The time.</param>
    public bool TryTake(string key, int limit, int seconds, bool slides, DateTimeOffset now)
    {
        // A call at the very start of a sliding window is out of it, at the start of a fixed one in it.
        long start = Start(now, seconds, slides).UtcTicks + (slides ? 1 : 0);
        lock (_lock)
        {
            if (!_times.TryGetValue(key, out Queue<long>? times))
            {
                _times[key] = times = new Queue<long>();
            }

            while (times.TryPeek(out long oldest) && oldest < start)
            {
                times.Dequeue();
            }

            if (times.Count >= limit)
            {
                return false;
            }

            times.Enqueue(now.UtcTicks);
            return true;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _times.Clear();
        }
    }
}
