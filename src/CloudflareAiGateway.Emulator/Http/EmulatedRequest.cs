using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>A request as it came over the wire, whatever brought it: a handler, Kestrel or a test.</summary>
public sealed class EmulatedRequest
{
    /// <summary>The HTTP method in capitals, <c>GET</c> for example.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its percent escapes, from the slash after the host; without query.</summary>
    public required string Path { get; init; }

    /// <summary>The query without its question mark; empty for none.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>The headers, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    internal string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
