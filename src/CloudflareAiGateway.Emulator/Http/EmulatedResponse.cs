using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>An answer, and how its connection ends. An adapter has to act out <see cref="Ending"/>.</summary>
public sealed class EmulatedResponse
{
    private readonly long? _declaredLength;

    /// <summary>The status of the answer; not sent when <see cref="Ending"/> is <see cref="ConnectionEnding.ResetBeforeAnswer"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers, content type included and content length not, by name without regard to case.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };

    /// <summary>The bytes that are sent; fewer than <see cref="DeclaredLength"/> when the answer is cut. Empty beside <see cref="Pieces"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// The body of a stream, each piece to be sent as it comes; null for a body that is there at once. It can be read once, and
    /// whoever reads it disposes of its enumerator, even when nobody wants the rest.
    /// </summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>>? Pieces { get; init; }

    /// <summary>The <c>Content-Length</c> that is sent; null for a stream, which has none.</summary>
    public long? DeclaredLength => Pieces is null ? _declaredLength ?? Body.Length : null;

    /// <summary>How the connection ends, behind the last piece of a stream.</summary>
    public ConnectionEnding Ending { get; init; }

    internal long? CutFromLength { init => _declaredLength = value; }

    /// <summary>Reads the whole body, of a stream too.</summary>
    internal async Task<ReadOnlyMemory<byte>> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (Pieces is null)
        {
            return Body;
        }

        var buffer = new ArrayBufferWriter<byte>();
        await foreach (ReadOnlyMemory<byte> piece in Pieces.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            buffer.Write(piece.Span);
        }

        return buffer.WrittenMemory;
    }

}
