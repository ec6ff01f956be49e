using System;
using System.Collections.Generic;
using System.Threading;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Carries messages from wherever the client works to the pipeline thread, which alone may write them. A plain monitor: most calls carry
/// no message at all, and must not pay for a queue that could do more.
/// </summary>
internal sealed class DiagnosticQueue : IDiagnosticSink
{
    /// <summary>Below the count from which <see cref="SpinWait"/> sleeps for a millisecond.</summary>
    private const int Spins = 19;

    private readonly object _lock = new();
    private readonly Func<DiagnosticKind, bool> _wants;
    private Queue<KeyValuePair<DiagnosticKind, string>>? _messages;
    private volatile bool _complete;
    private volatile bool _hasMessages;

    /// <summary>Makes a queue.</summary>
    /// <param name="wants">Which kinds of messages will be seen.</param>
    public DiagnosticQueue(Func<DiagnosticKind, bool> wants) => _wants = wants;

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind) => _wants(kind);

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
        if (!_wants(kind))
        {
            return;
        }

        lock (_lock)
        {
            // A message that comes after the end (a late callback of a cancelled attempt) has no reader any more.
            if (!_complete)
            {
                _messages ??= new Queue<KeyValuePair<DiagnosticKind, string>>();
                _messages.Enqueue(new KeyValuePair<DiagnosticKind, string>(kind, message));
                _hasMessages = true;
                Monitor.Pulse(_lock);
            }
        }
    }

    /// <summary>Says that no message comes any more.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Whether there was one; if not, none comes any more.</returns>
    public bool TryTake(out KeyValuePair<DiagnosticKind, string> message)
    {
        SpinBriefly();
        lock (_lock)
        {
            while (_messages is not { Count: > 0 })
            {
                if (_complete)
                {
                    message = default;
                    return false;
                }

                Monitor.Wait(_lock);
            }

            message = _messages.Dequeue();
            _hasMessages = _messages.Count > 0;
            return true;
        }
    }

    /// <summary>Most answers come within microseconds on a near network: a short spin, as waiting for a task does, spares putting the thread to sleep.</summary>
    private void SpinBriefly()
    {
        var spinner = default(SpinWait);
        while (!_complete && !_hasMessages && spinner.Count < Spins)
        {
            spinner.SpinOnce();
        }
    }
}
