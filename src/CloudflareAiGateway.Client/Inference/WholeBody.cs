using System;
using System.IO;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Reads an answer to its end after all.</summary>
internal static class WholeBody
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Into memory.</summary>
    /// <exception cref="AiGatewayException">Network: the connection broke.</exception>
    public static async Task<byte[]> ReadAsync(ApiStream stream)
    {
        using var body = new MemoryStream();
        await CopyAsync(stream, body).ConfigureAwait(false);
        return body.ToArray();
    }

    /// <summary>Into a stream.</summary>
    /// <exception cref="AiGatewayException">Network: the connection broke.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static async Task CopyAsync(ApiStream stream, Stream target)
    {
        byte[] buffer = new byte[BufferSize];
        while (true)
        {
            int count;
            try
            {
                count = await stream.ReadAsync(buffer).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                throw ErrorFactory.OfStream(
                    stream.Call, AiGatewayErrorKind.Network, $"the answer broke off ({exception.Message})", [], "Asking again costs again; the log may hold the whole answer.", exception);
            }

            if (count == 0)
            {
                return;
            }

            await target.WriteAsync(buffer.AsMemory(0, count), stream.Call.Context.CancellationToken).ConfigureAwait(false);
        }
    }
}
