using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Carries messages to the pipeline thread, which alone may write them.</summary>
internal sealed class DiagnosticQueue : PipelineQueue<KeyValuePair<DiagnosticKind, string>>, IDiagnosticSink
{
    private readonly Func<DiagnosticKind, bool> _wants;

    /// <summary>Makes a queue.</summary>
    /// <param name="wants">Which kinds of messages will be seen.</param>
    public DiagnosticQueue(Func<DiagnosticKind, bool> wants) => _wants = wants;

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind) => _wants(kind);

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
        if (_wants(kind))
        {
            Add(new KeyValuePair<DiagnosticKind, string>(kind, message));
        }
    }
}
