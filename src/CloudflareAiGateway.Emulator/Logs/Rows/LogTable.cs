using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The rows of one gateway, sorted by <see cref="LogRowOrder"/> in one array: new rows go to its end and old ones leave at its
/// front without moving the others; finding a time is a binary search.
/// </summary>
internal sealed class LogTable
{
    private readonly Dictionary<string, (long CreatedAt, ulong Bits)> _givenIds = new(StringComparer.Ordinal);
    private LogRow[] _rows = [];
    private int _start;

    public int Count { get; private set; }

    /// <summary>Grows with every change; an index is good for one version only.</summary>
    public long Version { get; private set; }

    public LogSelectionCache Selections { get; } = new();

    public ref readonly LogRow this[int index] => ref _rows[_start + index];

    private Span<LogRow> Rows => _rows.AsSpan(_start, Count);

    /// <summary>The index of the first row that is not older than a time.</summary>
    public int LowerBound(long createdAt)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (this[middle].CreatedAt < createdAt)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The index of a row, or -1.</summary>
    public int Find(string id)
    {
        if (_givenIds.TryGetValue(id, out (long CreatedAt, ulong Bits) given))
        {
            return Find(given.CreatedAt, given.Bits);
        }

        int index = LogId.TryRead(id, out long createdAt, out ulong bits) ? Find(createdAt, bits) : -1;

        // A row with an id of its own does not answer to the one that it would have had.
        return index >= 0 && this[index].Notes?.Id is null ? index : -1;
    }

    /// <summary>Adds rows; those that are there already are left out.</summary>
    /// <param name="batch">The rows, in any order. They are sorted.</param>
    /// <returns>How many were added.</returns>
    public int Add(Span<LogRow> batch)
    {
        batch.Sort(LogRowOrder.Instance);
        if (Count > 0 && batch.Length > 0 && LogRowOrder.Compare(this[Count - 1], batch[0]) >= 0)
        {
            batch = batch[..DropKnown(batch)];
        }

        if (batch.Length == 0)
        {
            return 0;
        }

        Version++;
        Reserve(batch.Length);
        Merge(batch);
        foreach (ref readonly LogRow row in batch)
        {
            if (row.Notes?.Id is string id)
            {
                _givenIds[id] = (row.CreatedAt, row.Bits);
            }
        }

        return batch.Length;
    }

    /// <summary>Puts another row in the place of one; time and id must be the same.</summary>
    public void Replace(int index, in LogRow row)
    {
        _rows[_start + index] = row;
        Version++;
    }

    public void RemoveOldest(int count)
    {
        count = Math.Min(count, Count);
        if (count <= 0)
        {
            return;
        }

        ForgetIds(Rows[..count]);
        Rows[..count].Clear();
        _start += count;
        Count -= count;
        Version++;
    }

    /// <summary>Removes rows.</summary>
    /// <param name="indexes">Their indexes, ascending.</param>
    public void Remove(ReadOnlySpan<int> indexes)
    {
        if (indexes.Length == 0)
        {
            return;
        }

        if (indexes[^1] == indexes.Length - 1)
        {
            RemoveOldest(indexes.Length);
            return;
        }

        Span<LogRow> rows = Rows;
        int kept = indexes[0];
        for (int i = 0; i < indexes.Length; i++)
        {
            ForgetIds(rows.Slice(indexes[i], 1));
            int from = indexes[i] + 1;
            int until = i + 1 < indexes.Length ? indexes[i + 1] : rows.Length;
            rows[from..until].CopyTo(rows[kept..]);
            kept += until - from;
        }

        rows[kept..].Clear();
        Count = kept;
        Version++;
    }

    private int Find(long createdAt, ulong bits)
    {
        ulong tie = LogId.Mix(bits);
        int low = LowerBound(createdAt);
        int high = LowerBound(createdAt + 1);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            ulong found = this[middle].Tie;
            if (found == tie)
            {
                return middle;
            }

            if (found < tie)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return -1;
    }

    private int DropKnown(Span<LogRow> batch)
    {
        int kept = 0;
        foreach (ref readonly LogRow row in batch)
        {
            if (Find(row.CreatedAt, row.Bits) < 0)
            {
                batch[kept++] = row;
            }
        }

        return kept;
    }

    /// <summary>Merges from the back, so that every row moves once at most and rows older than the batch not at all.</summary>
    private void Merge(ReadOnlySpan<LogRow> batch)
    {
        int old = Count - 1;
        int added = batch.Length - 1;
        Count += batch.Length;
        Span<LogRow> rows = Rows;
        for (int to = Count - 1; added >= 0; to--)
        {
            bool takesOld = old >= 0 && LogRowOrder.Compare(rows[old], batch[added]) > 0;
            rows[to] = takesOld ? rows[old--] : batch[added--];
        }
    }

    /// <summary>Makes room for more rows at the end.</summary>
    public void Reserve(int more)
    {
        int needed = Count + more;
        if (_start + needed <= _rows.Length)
        {
            return;
        }

        // Moving down is enough while a quarter is free; otherwise each few new rows would move all the others.
        LogRow[] target = needed <= _rows.Length - (_rows.Length / 4) ? _rows : new LogRow[Math.Max(needed, _rows.Length + (_rows.Length / 2))];
        Rows.CopyTo(target);
        if (ReferenceEquals(target, _rows))
        {
            _rows.AsSpan(Math.Max(Count, _start)..(_start + Count)).Clear();
        }

        _rows = target;
        _start = 0;
    }

    private void ForgetIds(ReadOnlySpan<LogRow> rows)
    {
        if (_givenIds.Count == 0)
        {
            return;
        }

        foreach (ref readonly LogRow row in rows)
        {
            if (row.Notes?.Id is string id)
            {
                _givenIds.Remove(id);
            }
        }
    }
}
