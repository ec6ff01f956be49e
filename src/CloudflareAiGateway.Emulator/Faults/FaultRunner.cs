using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Lets a fault happen to a request.</summary>
internal sealed class FaultRunner(TimeProvider time)
{
    private static readonly ReadOnlyMemory<byte> s_placeholder = "{\"success\":true,\"result\":{}}"u8.ToArray();

    /// <summary>Runs a request that meets a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="request">The request.</param>
    /// <param name="answer">Answers the request as if nothing were wrong, with its effects.</param>
    /// <param name="cancellationToken">Ends the delay too.</param>
    public async Task<EmulatedResponse> RunAsync(
        EmulatorFault fault, EmulatedRequest request, Func<EmulatedRequest, CancellationToken, Task<EmulatedResponse>> answer, CancellationToken cancellationToken)
    {
        // A request that takes effect does so before the delay: a caller that loses patience has changed something.
        EmulatedResponse? real = fault.Apply ? await answer(request, cancellationToken).ConfigureAwait(false) : null;
        if (fault.DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, cancellationToken).ConfigureAwait(false);
        }

        // A read has no effect, so it can be run for the sake of its answer.
        bool runs = !fault.ReplacesAnswer || (fault.Status is null && fault.Body is null && request.Method == "GET");
        if (real is null && runs)
        {
            real = await answer(request, cancellationToken).ConfigureAwait(false);
        }

        if (real?.Pieces is not null && !fault.ReplacesAnswer)
        {
            // A stream that is only late stays one.
            AddHeaders(real, fault.Headers);
            return real;
        }

        // The cast matters: without it, null would become an empty body.
        ReadOnlyMemory<byte>? whole = real is null ? (ReadOnlyMemory<byte>?)null : await real.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        return Spoil(fault, real, whole);
    }

    private static EmulatedResponse Spoil(EmulatorFault fault, EmulatedResponse? real, ReadOnlyMemory<byte>? whole)
    {
        ReadOnlyMemory<byte> body = ChooseBody(fault, whole, out bool isPlainText);
        int length = body.Length;
        ConnectionEnding ending = ConnectionEnding.Normal;
        if (fault.Reset is ResetPoint point)
        {
            ending = point == ResetPoint.Before ? ConnectionEnding.ResetBeforeAnswer : ConnectionEnding.ResetInsideBody;
            body = body[..(length / 2)];
        }
        else if (fault.Truncate is int bytes)
        {
            ending = ConnectionEnding.EndsEarly;
            body = body[..Math.Min(bytes, Math.Max(length - 1, 0))];
        }
        else if (fault.Malformed)
        {
            body = body[..(length / 2)];
            length = body.Length;
        }

        var response = new EmulatedResponse { Status = fault.Status ?? real?.Status ?? 200, Body = body, CutFromLength = length, Ending = ending };
        AddHeaders(response, real?.Headers);
        if (isPlainText)
        {
            response.Headers["Content-Type"] = "text/plain; charset=UTF-8";
        }

        AddHeaders(response, fault.Headers);
        return response;
    }

    private static ReadOnlyMemory<byte> ChooseBody(EmulatorFault fault, ReadOnlyMemory<byte>? whole, out bool isPlainText)
    {
        isPlainText = false;
        if (fault.Body is not null)
        {
            return Encoding.UTF8.GetBytes(fault.Body);
        }

        if (fault.Status is not int status || status < 400)
        {
            return whole ?? s_placeholder;
        }

        if (status is >= 520 and <= 530)
        {
            // These come from the edge, which knows no envelope.
            isPlainText = true;
            return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"error code: {status}"));
        }

        Problem problem = status switch
        {
            401 or 403 => Problem.Authentication,
            404 => Problem.NotFound,
            429 => Problem.Throttled,
            >= 500 => new Problem(7000, "Internal Error"),
            _ => new Problem(7001, "Bad Request"),
        };
        return Envelope.Failure(EnvelopeFamily.AiGateway, status, problem).Body;
    }

    private static void AddHeaders(EmulatedResponse response, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        foreach (KeyValuePair<string, string> header in headers ?? [])
        {
            response.Headers[header.Key] = header.Value;
        }
    }
}
