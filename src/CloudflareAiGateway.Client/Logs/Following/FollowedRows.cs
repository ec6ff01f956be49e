using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The rows that a follower has seen and that can come again, and how far back that goes.</summary>
internal sealed class FollowedRows
{
    /// <summary>How many rows are remembered.</summary>
    public const int Capacity = 1_000;

    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);

    /// <summary>The newest time; null without rows.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <summary>From here on every row that was seen is remembered; null when all are.</summary>
    public DateTimeOffset? Horizon { get; private set; }

    /// <summary>Remembers a row.</summary>
    /// <returns>Whether it is new, as far as can be told.</returns>
    public bool Add(AiGatewayLog row)
    {
        if (row.CreatedAt < Horizon || !_times.TryAdd(row.Id, row.CreatedAt))
        {
            return false;
        }

        Newest = row.CreatedAt > Newest || Newest is null ? row.CreatedAt : Newest;
        return true;
    }

    /// <summary>Forgets what is from before a time.</summary>
    public void Forget(DateTimeOffset before)
    {
        Horizon = before > Horizon || Horizon is null ? before : Horizon;
        var old = new List<string>();
        foreach (KeyValuePair<string, DateTimeOffset> row in _times)
        {
            if (row.Value < Horizon)
            {
                old.Add(row.Key);
            }
        }

        foreach (string id in old)
        {
            _times.Remove(id);
        }
    }

    /// <summary>Forgets the oldest rows beyond the capacity.</summary>
    public void Trim()
    {
        if (_times.Count > Capacity && TimeOf(Capacity) is DateTimeOffset time)
        {
            // Rows of one time are kept or forgotten together.
            Forget(time + LogBounds.Step);
        }
    }

    /// <summary>The time of one of the newest rows; null when there are not so many.</summary>
    /// <param name="place">1 for the newest.</param>
    public DateTimeOffset? TimeOf(int place)
    {
        if (_times.Count < place)
        {
            return null;
        }

        DateTimeOffset[] times = [.. _times.Values];
        Array.Sort(times);
        return times[^place];
    }
}
