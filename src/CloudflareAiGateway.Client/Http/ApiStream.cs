using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>An answer whose body is read as it arrives. A body that falls silent for longer than an attempt may take has broken.</summary>
internal sealed class ApiStream : IDisposable
{
    private readonly HttpRequestMessage _message;
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;

    /// <summary>Takes over an answer of success.</summary>
    public ApiStream(ApiCall call, HttpRequestMessage message, HttpResponseMessage response, Stream body, TimeProvider clock)
    {
        Call = call;
        _message = message;
        _response = response;
        _body = body;
        _patience = call.Settings.Options.AttemptTimeout;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(call.Context.CancellationToken, _silence.Token);
    }

    /// <summary>The call that is answered.</summary>
    public ApiCall Call { get; }

    /// <summary>The HTTP status.</summary>
    public int Status => (int)_response.StatusCode;

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers => _response.Headers;

    /// <summary>The content type; null when the answer has none.</summary>
    public MediaTypeHeaderValue? ContentType => _response.Content.Headers.ContentType;

    /// <summary>Reads what has come, at least one byte.</summary>
    /// <returns>How many bytes; zero at the end.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped the call.</exception>
    /// <exception cref="IOException">The connection broke, or fell silent.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            if (_patience > TimeSpan.Zero)
            {
                _silence.CancelAfter(_patience);
            }

            int count = await _body.ReadAsync(buffer, _either.Token).ConfigureAwait(false);
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
            return count;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            // A stop may surface as a broken connection.
            Call.Context.CancellationToken.ThrowIfCancellationRequested();
            throw _silence.IsCancellationRequested
                ? new IOException(FormattableString.Invariant($"nothing came for {_patience.TotalSeconds:0.#} s"), exception)
                : new IOException("the connection broke", exception);
        }
    }

    /// <summary>Ends the connection when the body is not at its end.</summary>
    public void Dispose()
    {
        _either.Dispose();
        _silence.Dispose();
        _body.Dispose();
        _response.Dispose();
        _message.Dispose();
    }
}
