using System.Collections.Generic;
using System.Threading;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Carries entries from wherever the client works to the pipeline thread, in the order in which they came. A plain monitor: most calls
/// carry nothing at all, and must not pay for a queue that could do more.
/// </summary>
/// <typeparam name="T">What is carried.</typeparam>
internal abstract class PipelineQueue<T>
{
    /// <summary>Below the count from which <see cref="SpinWait"/> sleeps for a millisecond.</summary>
    private const int Spins = 19;

    private readonly object _lock = new();
    private Queue<T>? _entries;
    private volatile bool _complete;
    private volatile bool _hasEntries;

    /// <summary>Says that no entry comes any more.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Waits for the next entry.</summary>
    /// <returns>Whether there was one; if not, none comes any more.</returns>
    public bool TryTake(out T entry)
    {
        SpinBriefly();
        lock (_lock)
        {
            while (_entries is not { Count: > 0 })
            {
                if (_complete)
                {
                    entry = default!;
                    return false;
                }

                Monitor.Wait(_lock);
            }

            entry = _entries.Dequeue();
            _hasEntries = _entries.Count > 0;
            return true;
        }
    }

    /// <summary>Adds an entry; one that comes after the end (a late callback of a cancelled attempt) has no reader any more.</summary>
    protected void Add(T entry)
    {
        lock (_lock)
        {
            if (!_complete)
            {
                _entries ??= new Queue<T>();
                _entries.Enqueue(entry);
                _hasEntries = true;
                Monitor.Pulse(_lock);
            }
        }
    }

    /// <summary>Most answers come within microseconds on a near network: a short spin, as waiting for a task does, spares putting the thread to sleep.</summary>
    private void SpinBriefly()
    {
        var spinner = default(SpinWait);
        while (!_complete && !_hasEntries && spinner.Count < Spins)
        {
            spinner.SpinOnce();
        }
    }
}
