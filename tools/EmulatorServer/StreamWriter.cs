using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>Sends the pieces of a stream, each as soon as it is there.</summary>
internal static class StreamWriter
{
    /// <summary>Sends a stream in chunks.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="breaks">Whether the connection ends behind them as if it were not meant to.</param>
    /// <param name="context">The call.</param>
    public static async Task WriteAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, bool breaks, HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        if (breaks)
        {
            // Kestrel would end the chunks in good order, so they are written here, and the last one is not. The connection is closed
            // rather than reset: a reset would race with the bytes before it.
            context.Response.Headers.TransferEncoding = "chunked";
            context.Response.Headers.Connection = "close";
        }

        await context.Response.StartAsync(aborted);
        try
        {
            await foreach (ReadOnlyMemory<byte> piece in pieces.WithCancellation(aborted))
            {
                // A chunk without bytes would be the last one.
                if (piece.IsEmpty)
                {
                    continue;
                }

                await context.Response.Body.WriteAsync(breaks ? Chunk(piece.Span) : piece, aborted);
                await context.Response.Body.FlushAsync(aborted);
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The client has gone. Whoever makes the pieces was told so.
        }
    }

    private static ReadOnlyMemory<byte> Chunk(ReadOnlySpan<byte> piece)
    {
        var chunk = new ArrayBufferWriter<byte>(piece.Length + 16);
        Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n", chunk);
        chunk.Write(piece);
        chunk.Write("\r\n"u8);
        return chunk.WrittenMemory;
    }
}
