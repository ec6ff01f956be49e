using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

internal sealed class RecordingSink : IDiagnosticSink
{
    private readonly ConcurrentQueue<(DiagnosticKind Kind, string Text)> _messages = new();

    public bool WantsDebug { get; set; }

    public bool Wants(DiagnosticKind kind) => kind != DiagnosticKind.Debug || WantsDebug;

    public IReadOnlyList<string> All => [.. _messages.Select(m => m.Text)];

    public IReadOnlyList<string> Of(DiagnosticKind kind) => [.. _messages.Where(m => m.Kind == kind).Select(m => m.Text)];

    public void Report(DiagnosticKind kind, string message) => _messages.Enqueue((kind, message));
}
