using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The rows that a query finds, in its order: indexes into the table, which nobody copies.</summary>
internal sealed class LogSelection
{
    private readonly int[]? _indexes;
    private readonly int _start;
    private readonly bool _descending;

    private LogSelection(int[]? indexes, int start, int count, bool descending)
    {
        _indexes = indexes;
        _start = start;
        _descending = descending;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The index in the table of the row at a place.</summary>
    public int this[int place]
    {
        get
        {
            int position = _start + (_descending ? Count - 1 - place : place);
            return _indexes is null ? position : _indexes[position];
        }
    }

    /// <summary>
    /// Runs a query. Without conditions but on the time, and in the order of time, this is two binary searches. What conditions
    /// find is looked for once and remembered until the table changes, so that the pages that follow are cheap too.
    /// </summary>
    public static LogSelection Run(LogTable table, LogQuery query)
    {
        int[]? matches = FindMatches(table, query);
        int from = table.LowerBound(query.Range.From);
        int until = Math.Max(from, table.LowerBound(query.Range.Until));
        if (matches is not null)
        {
            from = PlaceOf(matches, from);
            until = PlaceOf(matches, until);
        }

        if (query.Order.IsByTime)
        {
            return new LogSelection(matches, from, until - from, query.Descending);
        }

        int[] sorted = Sort(table, query, matches, from, until);
        return new LogSelection(sorted, 0, sorted.Length, query.Descending);
    }

    private static int[]? FindMatches(LogTable table, LogQuery query)
    {
        if (query.Ids is not null)
        {
            return FindIds(table, query);
        }

        return query.Conditions.Count == 0 ? null : table.Selections.Get(table.Version, query.Signature, () => Scan(table, query));
    }

    private static int[] FindIds(LogTable table, LogQuery query)
    {
        var found = new SortedSet<int>();
        foreach (LogValue id in query.Ids!)
        {
            int index = id.Text is null ? -1 : table.Find(id.Text);
            if (index >= 0 && query.Matches(table[index]))
            {
                found.Add(index);
            }
        }

        return [.. found];
    }

    private static int[] Scan(LogTable table, LogQuery query)
    {
        var matches = new List<int>();
        for (int i = 0; i < table.Count; i++)
        {
            if (query.Matches(table[i]))
            {
                matches.Add(i);
            }
        }

        return [.. matches];
    }

    private static int PlaceOf(int[] matches, int index)
    {
        int place = Array.BinarySearch(matches, index);
        return place < 0 ? ~place : place;
    }

    private static int[] Sort(LogTable table, LogQuery query, int[]? matches, int from, int until)
    {
        if (query.Ids is not null)
        {
            return Sort();
        }

        string signature = $"{query.Signature}by {query.Order.Name} {query.Range.From} {query.Range.Until}";
        return table.Selections.Get(table.Version, signature, Sort);

        int[] Sort()
        {
            int[] sorted = new int[until - from];
            for (int i = 0; i < sorted.Length; i++)
            {
                sorted[i] = matches is null ? from + i : matches[from + i];
            }

            LogOrder order = query.Order;
            Array.Sort(sorted, (x, y) => order.Compare(table[x], table[y]));
            return sorted;
        }
    }
}
