using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// The rows that were given and can come again: from the walk's mark on, or, in an order without marks, the last ones. Never all of them,
/// so that memory stays flat.
/// </summary>
internal sealed class KnownRows
{
    private readonly int? _capacity;
    private readonly Dictionary<string, long> _marks = new(StringComparer.Ordinal);
    private readonly Queue<string> _sequence = new();
    private readonly List<KeyValuePair<string, long>> _kept = [];
    private readonly HashSet<string> _loose = new(StringComparer.Ordinal);

    /// <summary>Makes an empty memory.</summary>
    /// <param name="capacity">How many rows it holds; null when <see cref="KeepFrom"/> keeps it small.</param>
    public KnownRows(int? capacity) => _capacity = capacity;

    /// <summary>How many rows are remembered.</summary>
    public int Count => _marks.Count;

    /// <summary>The ids.</summary>
    public IReadOnlyCollection<string> Ids => _marks.Keys;

    /// <summary>The greatest mark; the least there is without rows.</summary>
    public long Furthest
    {
        get
        {
            long furthest = long.MinValue;
            foreach (long mark in _marks.Values)
            {
                furthest = Math.Max(furthest, mark);
            }

            return furthest;
        }
    }

    /// <summary>Whether a row is remembered.</summary>
    public bool Contains(string id) => _marks.ContainsKey(id);

    /// <summary>Whether a row is remembered and every row before it was given.</summary>
    public bool IsFirm(string id) => _marks.ContainsKey(id) && !_loose.Contains(id);

    /// <summary>Remembers a row before which others may not have been given, see <see cref="MakeFirm"/>.</summary>
    public bool AddLoose(string id, long mark) => Add(id, mark) && _loose.Add(id);

    /// <summary>Rows were read with all that is before them.</summary>
    /// <param name="rows">The rows.</param>
    public void MakeFirm(IReadOnlyList<AiGatewayLog> rows)
    {
        for (int i = 0; i < rows.Count && _loose.Count > 0; i++)
        {
            _loose.Remove(rows[i].Id);
        }
    }

    /// <summary>Remembers a row.</summary>
    /// <returns>Whether it was not remembered before.</returns>
    public bool Add(string id, long mark)
    {
        if (!_marks.TryAdd(id, mark))
        {
            return false;
        }

        if (_capacity is int capacity)
        {
            _sequence.Enqueue(id);
            if (_sequence.Count > capacity)
            {
                Forget(_sequence.Dequeue());
            }
        }

        return true;
    }

    /// <summary>Forgets the rows before a mark: they are not asked for any more.</summary>
    public void KeepFrom(long mark)
    {
        _kept.Clear();
        foreach (KeyValuePair<string, long> row in _marks)
        {
            if (row.Value >= mark)
            {
                _kept.Add(row);
            }
        }

        _marks.Clear();
        foreach (KeyValuePair<string, long> row in _kept)
        {
            _marks.Add(row.Key, row.Value);
        }

        _loose.IntersectWith(_marks.Keys);
    }

    private void Forget(string id)
    {
        _marks.Remove(id);
        _loose.Remove(id);
    }
}
