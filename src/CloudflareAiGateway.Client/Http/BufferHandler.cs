using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Reads the whole body inside the attempt, so that an answer that breaks off counts as a failed attempt.</summary>
internal sealed class BufferHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (ApiCall.Of(request).Request.IsStreaming && response.IsSuccessStatusCode)
        {
            return response;
        }

        bool handedOn = false;
        try
        {
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && IsJson(response.Content.Headers.ContentType) && StopsInTheMiddle(body))
            {
                throw new TruncatedBodyException(body.Length);
            }

            HttpContent original = response.Content;
            response.Content = Copy(body, original.Headers);
            original.Dispose();
            handedOn = true;
            return response;
        }
        finally
        {
            if (!handedOn)
            {
                response.Dispose();
            }
        }
    }

    private static ByteArrayContent Copy(byte[] body, HttpContentHeaders headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = headers.ContentType;
        return content;
    }

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is string name && name.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A body with a wrong or missing length can stop without the connection noticing. Text that is no JSON at all is another matter:
    /// repeating would bring it again.
    /// </summary>
    private static bool StopsInTheMiddle(byte[] body)
    {
        if (body.Length == 0 || body[0] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        var reader = new Utf8JsonReader(body, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return reader.CurrentDepth > 0 || reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray);
    }
}
