using System;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Carries streamed items and messages to the pipeline thread, in the order in which they came. Reading does not wait for the pipeline: a
/// sender whose reader dawdles might hang up, and what one call streams fits into memory.
/// </summary>
/// <typeparam name="T">What is streamed.</typeparam>
internal sealed class ItemQueue<T> : PipelineQueue<ItemQueue<T>.Entry>, IDiagnosticSink
{
    private readonly Func<DiagnosticKind, bool> _wants;

    /// <summary>Makes a queue.</summary>
    /// <param name="wants">Which kinds of messages will be seen.</param>
    public ItemQueue(Func<DiagnosticKind, bool> wants) => _wants = wants;

    /// <inheritdoc/>
    public bool Wants(DiagnosticKind kind) => _wants(kind);

    /// <inheritdoc/>
    public void Report(DiagnosticKind kind, string message)
    {
        if (_wants(kind))
        {
            Add(new Entry(default!, kind, message));
        }
    }

    /// <summary>Adds an item.</summary>
    public void Write(T item) => Add(new Entry(item, default, null));

    /// <summary>An item, or a message.</summary>
    internal readonly struct Entry
    {
        public Entry(T item, DiagnosticKind kind, string? message)
        {
            Item = item;
            Kind = kind;
            Message = message;
        }

        /// <summary>The item; of no meaning beside a message.</summary>
        public T Item { get; }

        /// <summary>The message's stream.</summary>
        public DiagnosticKind Kind { get; }

        /// <summary>The message; null for an item.</summary>
        public string? Message { get; }
    }
}
