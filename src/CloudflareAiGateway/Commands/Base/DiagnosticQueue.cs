using System.Collections.Concurrent;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Carries messages from the pool, where the client works, to the pipeline thread, which alone may write them.</summary>
internal sealed class DiagnosticQueue : IDiagnosticSink, System.IDisposable
{
    private readonly BlockingCollection<KeyValuePair<DiagnosticKind, string>> _messages = new();

    /// <summary>Makes a queue.</summary>
    /// <param name="wantsDebug">Whether debug messages will be shown; bodies are not copied for nothing.</param>
    public DiagnosticQueue(bool wantsDebug) => WantsDebug = wantsDebug;

    /// <inheritdoc/>
    public bool WantsDebug { get; }

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
        // A message that comes after the end (a late callback of a cancelled attempt) has no reader any more.
        if (!_messages.IsAddingCompleted)
        {
            _messages.TryAdd(new KeyValuePair<DiagnosticKind, string>(kind, message));
        }
    }

    /// <summary>Says that no message comes any more, which ends <see cref="Read"/>.</summary>
    public void Complete() => _messages.CompleteAdding();

    /// <summary>The messages as they come, until <see cref="Complete"/>.</summary>
    public IEnumerable<KeyValuePair<DiagnosticKind, string>> Read() => _messages.GetConsumingEnumerable();

    /// <inheritdoc/>
    public void Dispose() => _messages.Dispose();
}
