namespace CloudflareAiGateway;

/// <summary>Takes what the client has to tell while it works. Called from any thread.</summary>
internal interface IDiagnosticSink
{
    /// <summary>Whether messages of a kind will be seen; those that will not need not be put together.</summary>
    /// <param name="kind">The kind.</param>
    bool Wants(DiagnosticKind kind);

    /// <summary>Reports one message. Never holds a secret: the client redacts before it reports.</summary>
    /// <param name="kind">The stream that the message belongs to.</param>
    /// <param name="message">The text.</param>
    void Report(DiagnosticKind kind, string message);
}
