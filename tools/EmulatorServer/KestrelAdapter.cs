using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>Carries requests from Kestrel to the twin, and acts out its answers on the connection.</summary>
internal static class KestrelAdapter
{
    public static async Task HandleAsync(EmulatorApp app, HttpContext context)
    {
        EmulatedResponse response;
        try
        {
            EmulatedRequest request = await ReadAsync(context.Request, context.RequestAborted);
            response = await app.HandleAsync(request, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (response.Ending == ConnectionEnding.ResetBeforeAnswer)
        {
            context.Abort();
            return;
        }

        await WriteAsync(response, context);
    }

    private static async Task<EmulatedRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, StringValues> header in request.Headers)
        {
            headers[header.Key] = header.Value.ToString();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);

        // The raw target, because routing sees a path with its escapes undone.
        string target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int question = target.IndexOf('?', StringComparison.Ordinal);
        return new EmulatedRequest
        {
            Method = request.Method,
            Path = question < 0 ? target : target[..question],
            Query = question < 0 ? string.Empty : target[(question + 1)..],
            Headers = headers,
            Body = body.ToArray(),
        };
    }

    private static async Task WriteAsync(EmulatedResponse response, HttpContext context)
    {
        context.Response.StatusCode = response.Status;
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        if (context.Request.Method == HttpMethods.Head)
        {
            return;
        }

        if (response.Pieces is not null)
        {
            await StreamWriter.WriteAsync(response.Pieces, response.Ending != ConnectionEnding.Normal, context);
            return;
        }

        context.Response.ContentLength = response.DeclaredLength;
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(response.Body);

        // A cut body needs no more: Kestrel closes a connection on which more was promised than written. A reset inside the body
        // is acted out in the same way, because a real one would race with the bytes before it: most clients would see no headers.
    }
}
