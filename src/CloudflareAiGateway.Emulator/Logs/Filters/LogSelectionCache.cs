using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the last few searches in a table found. A client asks for many pages of the same search.</summary>
internal sealed class LogSelectionCache
{
    private const int Capacity = 4;

    private readonly (long Version, string Signature, int[] Indexes)[] _entries = new (long, string, int[])[Capacity];
    private int _next;

    /// <summary>Gives what is known, or finds it out.</summary>
    public int[] Get(long version, string signature, Func<int[]> find)
    {
        foreach ((long Version, string Signature, int[] Indexes) entry in _entries)
        {
            if (entry.Version == version && entry.Signature == signature)
            {
                return entry.Indexes;
            }
        }

        int[] indexes = find();
        _entries[_next] = (version, signature, indexes);
        _next = (_next + 1) % Capacity;
        return indexes;
    }
}
