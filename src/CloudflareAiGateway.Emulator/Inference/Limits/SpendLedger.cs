using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What calls have cost, per gateway and per limit of a route.</summary>
internal sealed class SpendLedger
{
    /// <summary>A bound for a server that runs for weeks.</summary>
    private const int Capacity = 100_000;

    private readonly object _lock = new();
    private readonly Dictionary<string, LinkedList<Spending>> _spendings = new(StringComparer.Ordinal);

    public void Add(string scope, Spending spending)
    {
        lock (_lock)
        {
            if (!_spendings.TryGetValue(scope, out LinkedList<Spending>? list))
            {
                _spendings[scope] = list = new LinkedList<Spending>();
            }

            list.AddLast(spending);
            if (list.Count > Capacity)
            {
                list.RemoveFirst();
            }
        }
    }

    /// <summary>What was spent in a window.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="start">The start of the window.</param>
    /// <param name="counts">Which spendings count.</param>
    public double Sum(string scope, DateTimeOffset start, Predicate<Spending> counts)
    {
        double sum = 0;
        lock (_lock)
        {
            LinkedListNode<Spending>? node = _spendings.TryGetValue(scope, out LinkedList<Spending>? list) ? list.Last : null;
            while (node is not null && node.Value.Time >= start)
            {
                sum += counts(node.Value) ? node.Value.Cost : 0;
                node = node.Previous;
            }
        }

        return sum;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _spendings.Clear();
        }
    }
}
