using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Answers an <see cref="HttpClient"/> from a twin in the same process. The host of an address does not matter, its path does.</summary>
/// <param name="app">The twin.</param>
/// <param name="ownsApp">Whether disposing of the handler disposes of the twin.</param>
public sealed class EmulatorHandler(EmulatorApp app, bool ownsApp = false) : HttpMessageHandler
{
    /// <summary>The twin, for tests that seed it or let it fail.</summary>
    public EmulatorApp App => app;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        EmulatedRequest emulated = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        EmulatedResponse response = await app.HandleAsync(emulated, cancellationToken).ConfigureAwait(false);
        if (response.Ending == ConnectionEnding.ResetBeforeAnswer)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "An error occurred while sending the request.", MakeReset());
        }

        return Write(response, request);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsApp)
        {
            app.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<EmulatedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        byte[] body = [];
        if (request.Content is not null)
        {
            body = await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            foreach (KeyValuePair<string, IEnumerable<string>> header in request.Content.Headers)
            {
                headers[header.Key] = string.Join(", ", header.Value);
            }
        }

        return new EmulatedRequest
        {
            Method = request.Method.Method,
            Path = uri.AbsolutePath,
            Query = uri.Query.TrimStart('?'),
            Headers = headers,
            Body = body,
        };
    }

    private static HttpResponseMessage Write(EmulatedResponse response, HttpRequestMessage request)
    {
        IOException? end = response.Ending switch
        {
            ConnectionEnding.ResetInsideBody => MakeReset(),
            ConnectionEnding.EndsEarly => new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
            _ => null,
        };
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = MakeContent(response, end),
        };
        message.Content.Headers.ContentLength = response.DeclaredLength;
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }

    private static HttpContent MakeContent(EmulatedResponse response, IOException? end)
    {
        if (response.Pieces is not null)
        {
            return new StreamContent(new PieceStream(response.Pieces, end));
        }

        return end is null ? new ReadOnlyMemoryContent(response.Body) : new StreamContent(new BrokenStream(response.Body, end));
    }

    private static IOException MakeReset() =>
        new("Unable to read data from the transport connection: Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset));
}
