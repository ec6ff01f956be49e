namespace CloudflareAiGateway;

/// <summary>Takes what the client has to tell while it works. Called from any thread.</summary>
internal interface IDiagnosticSink
{
    /// <summary>Whether debug messages are wanted; they cost a copy of each body.</summary>
    bool WantsDebug { get; }

    /// <summary>Reports one message. Never holds a secret: the client redacts before it reports.</summary>
    /// <param name="kind">The stream that the message belongs to.</param>
    /// <param name="message">The text.</param>
    void Report(DiagnosticKind kind, string message);
}
