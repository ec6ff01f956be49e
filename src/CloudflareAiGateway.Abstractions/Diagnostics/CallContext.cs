using System.Threading;

namespace CloudflareAiGateway;

/// <summary>What accompanies every call into the client: where messages go, and when to stop.</summary>
internal readonly struct CallContext
{
    /// <summary>Joins a sink and a token.</summary>
    /// <param name="sink">Takes messages while the call runs.</param>
    /// <param name="cancellationToken">Ends the call at once: the user pressed Ctrl+C, or the pipeline stopped.</param>
    public CallContext(IDiagnosticSink sink, CancellationToken cancellationToken)
    {
        Sink = sink;
        CancellationToken = cancellationToken;
    }

    /// <summary>Takes messages while the call runs.</summary>
    public IDiagnosticSink Sink { get; }

    /// <summary>Ends the call at once.</summary>
    public CancellationToken CancellationToken { get; }
}
