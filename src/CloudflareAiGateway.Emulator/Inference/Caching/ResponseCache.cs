using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Answers that are given again, per gateway.</summary>
internal sealed class ResponseCache
{
    private readonly object _lock = new();
    private readonly Dictionary<(string Scope, string Key), Entry> _entries = [];

    /// <summary>An answer that is still good; null when there is none.</summary>
    public ProviderReply? Find(InferenceCall call, string key)
    {
        (string Scope, string Key) place = (call.Scope, key);
        lock (_lock)
        {
            if (!_entries.TryGetValue(place, out Entry? entry))
            {
                return null;
            }

            bool isOutdated = call.Gateway.CacheInvalidateOnUpdate && entry.ModifiedAt != call.Gateway.ModifiedAt;
            if (call.Now < entry.Expires && !isOutdated)
            {
                return entry.Reply;
            }

            _entries.Remove(place);
            return null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="key">What it is found by.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="expires">Until when.</param>
    public void Put(InferenceCall call, string key, ProviderReply reply, DateTimeOffset expires)
    {
        var entry = new Entry(reply with { Headers = null, Manner = StreamManner.Smooth }, expires, call.Gateway.ModifiedAt);
        lock (_lock)
        {
            _entries[(call.Scope, key)] = entry;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(ProviderReply Reply, DateTimeOffset Expires, string ModifiedAt);
}
