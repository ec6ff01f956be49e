using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>
/// Remembers completions for a minute. Static, because the engine makes a new completer for each key press; bounded, because a
/// long-lived host may see many connections.
/// </summary>
internal static class CompletionCache
{
    private const int MaximumEntries = 64;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<string, Entry> s_entries = new(StringComparer.Ordinal);

    /// <summary>The completions under a key, when they are young enough.</summary>
    public static bool TryGet(string key, out IReadOnlyList<CompletionResult> results)
    {
        bool found = s_entries.TryGetValue(key, out Entry entry) && DateTime.UtcNow - entry.Made < s_lifetime;
        results = found ? entry.Results : Array.Empty<CompletionResult>();
        return found;
    }

    /// <summary>Keeps completions under a key.</summary>
    public static void Add(string key, IReadOnlyList<CompletionResult> results)
    {
        if (s_entries.Count >= MaximumEntries)
        {
            s_entries.Clear();
        }

        s_entries[key] = new Entry(DateTime.UtcNow, results);
    }

    /// <summary>Forgets everything: something was created, deleted or disconnected.</summary>
    public static void Clear() => s_entries.Clear();

    private readonly struct Entry
    {
        public Entry(DateTime made, IReadOnlyList<CompletionResult> results)
        {
            Made = made;
            Results = results;
        }

        public DateTime Made { get; }

        public IReadOnlyList<CompletionResult> Results { get; }
    }
}
