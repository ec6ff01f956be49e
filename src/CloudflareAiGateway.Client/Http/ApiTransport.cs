using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Sends described requests for one client. Every resource goes through here.</summary>
internal sealed class ApiTransport
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly HttpClient _http;

    /// <summary>Joins a client's settings with connections.</summary>
    public ApiTransport(HttpClient http, ClientSettings settings, TimeProvider clock, Func<double> random)
    {
        _http = http;
        Settings = settings;
        Clock = clock;
        Random = random;
    }

    /// <summary>The client's settings.</summary>
    public ClientSettings Settings { get; }

    /// <summary>The clock of all waits and ages.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Numbers from 0 to below 1, for jitter.</summary>
    public Func<double> Random { get; }

    /// <summary>Starts the deadline of an operation that takes several requests.</summary>
    public CallBudget NewBudget() => new(Settings.Options.Deadline, Clock);

    /// <summary>Sends a request and insists on success.</summary>
    /// <exception cref="AiGatewayException">It failed after all retries.</exception>
    public async Task<ApiReply> SendAsync(ApiRequest request, CallContext context, CallBudget? budget = null)
    {
        ApiOutcome outcome = await TrySendAsync(request, context, budget).ConfigureAwait(false);
        return outcome.Error is null ? outcome.Reply! : throw outcome.Error;
    }

    /// <summary>Sends a request; a failure is an outcome. Only a stop, and a request that must not be made, throw.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped the call.</exception>
    /// <exception cref="AiGatewayException">NotConnected, or Rejected for a value that cannot stand in a path.</exception>
    public async Task<ApiOutcome> TrySendAsync(ApiRequest request, CallContext context, CallBudget? budget = null)
    {
        ApiCall call = NewCall(request, context, budget);
        using HttpRequestMessage message = Message(call);
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, context.CancellationToken)
                .ConfigureAwait(false);
            return Judge(await ReadAsync(call, response, context).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            // A stop may surface as a broken connection.
            context.CancellationToken.ThrowIfCancellationRequested();
            return new ApiOutcome(
                null,
                ErrorFactory.FromException(call, exception),
                FailureClassifier.Of(exception) is FailureKind.Ambiguous);
        }
    }

    /// <summary>Sends a request whose answer is read as it arrives; it must be marked as streaming.</summary>
    /// <returns>The answer, which the caller has to dispose of.</returns>
    /// <exception cref="AiGatewayException">No answer of success began.</exception>
    public async Task<ApiStream> OpenAsync(ApiRequest request, CallContext context)
    {
        ApiCall call = NewCall(request, context, null);
        HttpRequestMessage message = Message(call);
        HttpResponseMessage? response = null;
        bool handedOn = false;
        try
        {
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, context.CancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Judge(await ReadAsync(call, response, context).ConfigureAwait(false)).Error!;
            }

            Stream body = await response.Content.ReadAsStreamAsync(context.CancellationToken).ConfigureAwait(false);
            handedOn = true;
            return new ApiStream(call, message, response, body, Clock);
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            // A stop may surface as a broken connection.
            context.CancellationToken.ThrowIfCancellationRequested();
            throw ErrorFactory.FromException(call, exception);
        }
        finally
        {
            if (!handedOn)
            {
                response?.Dispose();
                message.Dispose();
            }
        }
    }

    private static bool IsFailure(Exception exception) =>
        exception is HttpRequestException or IOException or AttemptTimeoutException or QuotaWaitException;

    private ApiCall NewCall(ApiRequest request, CallContext context, CallBudget? budget)
    {
        var call = new ApiCall(request, Settings, context, budget ?? NewBudget());
        return call.Token.HasToken || request.IsAnonymous
            ? call
            : throw ErrorFactory.Own(
                request,
                AiGatewayErrorKind.NotConnected,
                $"Could not {request.Purpose}: the connection has no token.",
                "Connect with Connect-AiGateway, or set CLOUDFLARE_API_TOKEN.");
    }

    private async Task<ApiReply> ReadAsync(ApiCall call, HttpResponseMessage response, CallContext context) =>
        new(call, response, await response.Content.ReadAsByteArrayAsync(context.CancellationToken).ConfigureAwait(false), Clock);

    private static ApiOutcome Judge(ApiReply reply)
    {
        if (reply.HasSuccessStatus)
        {
            return new ApiOutcome(reply, null, false);
        }

        // The attempt whose outcome was open did delete it.
        bool deletedBefore = reply.Status == 404 && reply.Call.Request.Method == HttpMethod.Delete && reply.Call.WasAmbiguous;
        return deletedBefore
            ? new ApiOutcome(reply, null, false)
            : new ApiOutcome(reply, reply.Call.Request.Explain?.Invoke(reply) ?? ErrorFactory.FromReply(reply), FailureClassifier.Of(reply.Status) is FailureKind.Ambiguous);
    }

    private HttpRequestMessage Message(ApiCall call)
    {
        ApiRequest request = call.Request;
        string address = request.Host is ApiHost.Api ? Settings.ApiBase : Settings.GatewayBase;
        var message = new HttpRequestMessage(request.Method, RequestUri.Build(address, request));
        call.AttachTo(message);
        message.Headers.TryAddWithoutValidation("User-Agent", Settings.Options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (request.Content is ApiContent content)
        {
            message.Content = new ByteArrayContent(content.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", content.ContentType);
        }
        else if (request.Body is JsonNode body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(WireJson.Options)));
            message.Content.Headers.ContentType = s_json;
        }

        return message;
    }
}
