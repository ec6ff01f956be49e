using System;
using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Tells what each attempt did: one verbose line, and under debug the allowed headers and masked bodies.</summary>
internal sealed class LogHandler : DelegatingHandler
{
    private readonly TimeProvider _clock;

    /// <summary>Takes the clock.</summary>
    public LogHandler(TimeProvider clock) => _clock = clock;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = ApiCall.Of(request);
        if (!call.Wants(DiagnosticKind.Verbose) && !call.Wants(DiagnosticKind.Debug))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        string address = $"{request.Method} {Redaction.Address(request.RequestUri!)}";
        if (call.Wants(DiagnosticKind.Debug))
        {
            await ReportRequestAsync(call, request, address).ConfigureAwait(false);
        }

        long start = _clock.GetTimestamp();
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ReportFailure(call, address, start, exception))
        {
            throw;
        }

        string ray = RayIdOf(response) is string id ? $" (ray {id})" : string.Empty;
        call.Report(DiagnosticKind.Verbose, $"{address} {(int)response.StatusCode} in {Milliseconds(start)} ms{ray}");
        if (call.Wants(DiagnosticKind.Debug))
        {
            await ReportResponseAsync(call, response).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>The ray id of an answer; null when it has none.</summary>
    internal static string? RayIdOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("cf-ray", out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;

    private static async Task ReportRequestAsync(ApiCall call, HttpRequestMessage request, string address)
    {
        var text = new StringBuilder("Request: ").Append(address);
        Redaction.AppendHeaders(text, request.Headers);
        if (request.Content is not null)
        {
            byte[] body = await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            text.Append("\n  ").Append(Redaction.Body(body));
        }

        call.Report(DiagnosticKind.Debug, text.ToString());
    }

    private static async Task ReportResponseAsync(ApiCall call, HttpResponseMessage response)
    {
        var text = new StringBuilder("Answer: ").Append((int)response.StatusCode);
        Redaction.AppendHeaders(text, response.Headers);
        Redaction.AppendHeaders(text, response.Content.Headers);
        if (!call.Request.IsStreaming)
        {
            // Buffered by the handler below, so reading costs no wait.
            byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            text.Append("\n  ").Append(Redaction.Body(body));
        }

        call.Report(DiagnosticKind.Debug, text.ToString());
    }

    private bool ReportFailure(ApiCall call, string address, long start, Exception exception)
    {
        call.Report(DiagnosticKind.Verbose, $"{address} failed after {Milliseconds(start)} ms: {FailureText.Of(exception, call)}");
        return false;
    }

    private string Milliseconds(long start) =>
        _clock.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
