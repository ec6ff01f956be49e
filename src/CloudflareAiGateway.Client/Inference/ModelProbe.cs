using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Tries a model with one call, and looks into the log for what it cost. A failure is a finding, not an error.</summary>
internal sealed class ModelProbe
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private readonly ApiTransport _transport;
    private readonly ChatRequest _request;
    private readonly string _model;

    /// <summary>Takes the call.</summary>
    public ModelProbe(ApiTransport transport, ChatRequest request, string model)
    {
        _transport = transport;
        _request = request;
        _model = model;
    }

    /// <summary>Runs it.</summary>
    public async Task<AiGatewayModelTest> RunAsync(TimeSpan logWait, CallContext call)
    {
        ChatCall chat = ChatCall.Of(_request, stream: false, _transport.Settings.Options.Deadline);
        long start = _transport.Clock.GetTimestamp();
        ApiOutcome outcome = await _transport.TrySendAsync(chat.Request, call).ConfigureAwait(false);
        TimeSpan latency = _transport.Clock.GetElapsedTime(start);
        AiGatewayException? error = outcome.Error;
        AiGatewayChatResult? result = null;
        try
        {
            result = error is null ? InferenceClient.Read(chat, outcome.Reply!, latency) : null;
        }
        catch (AiGatewayException exception)
        {
            error = exception;
        }

        AnswerFacts? facts = outcome.Reply is ApiReply reply ? new AnswerFacts(reply.Headers) : null;
        AiGatewayLog? row = facts?.LogId is string id && logWait > TimeSpan.Zero ? await FindRowAsync(id, logWait, Discreet(call, chat)).ConfigureAwait(false) : null;
        return new AiGatewayModelTest
        {
            Model = _model,
            Success = error is null,
            Latency = latency,
            CacheStatus = facts?.CacheStatus,
            Credential = error is null ? Credential(chat, row) : chat.Credential,
            Surface = _request.Choice.Surface,
            Provider = facts?.Provider ?? _request.Choice.Provider?.Slug,
            Usage = result?.Usage,
            LogId = facts?.LogId,
            Cost = row?.Cost,
            Error = error?.Message,
            ErrorKind = error?.Kind,
            Reason = error?.Reason ?? AiGatewayErrorReason.None,
            Advice = error?.RecommendedAction,
            GatewayId = _request.Gateway,
            AccountId = _request.AccountId,
        };
    }

    /// <summary>The log tells what the request cannot: whether credits paid.</summary>
    private static string Credential(ChatCall chat, AiGatewayLog? row) =>
        chat.Credential.StartsWith("Stored key or", StringComparison.Ordinal) && row is not null && row.AdditionalProperties.TryGetValue("wholesale", out object? paid) && paid is not null
            ? paid is true or 1L or "true" or "1" ? "Unified Billing" : "Stored key"
            : chat.Credential;

    /// <summary>The log may hold what the provider echoed of the key.</summary>
    private CallContext Discreet(CallContext call, ChatCall chat) =>
        new(new ScrubbingSink(call.Sink, new Scrubber(_transport.Settings.Token, chat.Request.Secrets)), call.CancellationToken);

    /// <summary>The row, and if need be a little later its cost; null when it does not come, or may not be read.</summary>
    private async Task<AiGatewayLog?> FindRowAsync(string id, TimeSpan wait, CallContext call)
    {
        var logs = new LogClient(_transport);
        var budget = new CallBudget(wait, _transport.Clock);
        AiGatewayLog? row = null;
        while (true)
        {
            try
            {
                row = await logs.GetAsync(_request.AccountId, _request.Gateway, id, call).ConfigureAwait(false);
            }
            catch (AiGatewayException exception)
            {
                if (exception.Kind is not AiGatewayErrorKind.NotFound)
                {
                    call.Sink.Report(DiagnosticKind.Verbose, $"The cost is not known: {exception.Message}");
                    return row;
                }
            }

            if (row?.Cost is not null || budget.Remaining <= s_pause)
            {
                return row;
            }

            await Task.Delay(s_pause, _transport.Clock, call.CancellationToken).ConfigureAwait(false);
        }
    }
}
