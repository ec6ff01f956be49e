namespace CloudflareAiGateway.Completion;

/// <summary>Drops all messages: nothing may be written at the Tab key.</summary>
internal sealed class SilentSink : IDiagnosticSink
{
    public static readonly SilentSink Instance = new();

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind) => false;

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
    }
}
