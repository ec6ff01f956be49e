using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>An answer, and how its connection ends. An adapter has to act out <see cref="Ending"/>.</summary>
public sealed class EmulatedResponse
{
    /// <summary>The status of the answer; not sent when <see cref="Ending"/> is <see cref="ConnectionEnding.ResetBeforeAnswer"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers, content type included and content length not, by name without regard to case.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };

    /// <summary>The bytes that are sent; fewer than <see cref="DeclaredLength"/> when the answer is cut.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The <c>Content-Length</c> that is sent.</summary>
    public long DeclaredLength => _declaredLength ?? Body.Length;

    /// <summary>How the connection ends.</summary>
    public ConnectionEnding Ending { get; init; }

    internal long? CutFromLength { init => _declaredLength = value; }

    private readonly long? _declaredLength;
}
