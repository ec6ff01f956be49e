using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Takes the messages of requests that outlive the call that began them: they go to whoever waits for the walk, and are kept while
/// nobody does.
/// </summary>
internal sealed class ForwardingSink : IDiagnosticSink
{
    private readonly object _gate = new();
    private readonly Queue<(DiagnosticKind Kind, string Message)> _kept = new();
    private IDiagnosticSink? _last;
    private bool _waits;

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind)
    {
        lock (_gate)
        {
            return _last is null || _last.Wants(kind);
        }
    }

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
        lock (_gate)
        {
            if (_waits)
            {
                _last!.Report(kind, message);
            }
            else
            {
                _kept.Enqueue((kind, message));
            }
        }
    }

    /// <summary>Somebody waits: messages go there, those that were kept first.</summary>
    public void Attach(IDiagnosticSink sink)
    {
        lock (_gate)
        {
            _last = sink;
            _waits = true;
            while (_kept.TryDequeue(out (DiagnosticKind Kind, string Message) kept))
            {
                sink.Report(kept.Kind, kept.Message);
            }
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            _waits = false;
        }
    }
}
