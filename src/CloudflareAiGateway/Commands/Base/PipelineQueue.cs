using System;
using System.Collections.Generic;
using System.Threading;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Carries entries from wherever the client works to the pipeline thread, in the order in which they came. Most calls carry nothing at
/// all, and must not pay for a queue that could do more.
/// </summary>
/// <typeparam name="T">What is carried.</typeparam>
internal abstract class PipelineQueue<T> : IDisposable
{
    private readonly object _lock = new();

    // Answers of a near network come within microseconds: this event spins as long as a task would before it puts the thread to sleep.
    private readonly ManualResetEventSlim _hasNews = new();
    private Queue<T>? _entries;
    private bool _complete;

    /// <summary>Says that no entry comes any more.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;

            // Within the lock: whoever sees that this is complete may dispose of the event.
            _hasNews.Set();
        }
    }

    /// <summary>Waits for the next entry.</summary>
    /// <returns>Whether there was one; if not, none comes any more.</returns>
    public bool TryTake(out T entry)
    {
        while (true)
        {
            _hasNews.Wait();
            lock (_lock)
            {
                if (_entries is { Count: > 0 })
                {
                    entry = _entries.Dequeue();
                    return true;
                }

                if (_complete)
                {
                    entry = default!;
                    return false;
                }

                _hasNews.Reset();
            }
        }
    }

    /// <summary>Frees the event. What still comes has no reader and does no harm.</summary>
    public void Dispose() => _hasNews.Dispose();

    /// <summary>Adds an entry; one that comes after the end (a late callback of a cancelled attempt) has no reader any more.</summary>
    protected void Add(T entry)
    {
        lock (_lock)
        {
            if (_complete)
            {
                return;
            }

            _entries ??= new Queue<T>();
            _entries.Enqueue(entry);
            _hasNews.Set();
        }
    }
}
