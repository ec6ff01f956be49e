namespace CloudflareAiGateway.Client;

/// <summary>
/// Passes on the messages of a call that follows another without the other's secrets: what a service logged of the first, the second
/// reads.
/// </summary>
internal sealed class ScrubbingSink : IDiagnosticSink
{
    private readonly IDiagnosticSink _sink;
    private readonly Scrubber _scrubber;

    /// <summary>Takes where messages go, and what takes the secrets out.</summary>
    public ScrubbingSink(IDiagnosticSink sink, Scrubber scrubber)
    {
        _sink = sink;
        _scrubber = scrubber;
    }

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind) => _sink.Wants(kind);

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message) => _sink.Report(kind, _scrubber.Scrub(message));
}
