using System;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Calls models through gateways.</summary>
internal sealed class InferenceClient : IInferenceClient
{
    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public InferenceClient(ApiTransport transport) => _transport = transport;

    private TimeSpan Deadline => _transport.Settings.Options.Deadline;

    /// <inheritdoc/>
    public async Task<AiGatewayChatResult> ChatAsync(ChatRequest request, CallContext call)
    {
        ChatCall chat = Begin(request, stream: false, call);
        long start = _transport.Clock.GetTimestamp();
        ApiReply reply = await _transport.SendAsync(chat.Request, call, Budget(request)).ConfigureAwait(false);
        return Read(chat, reply, _transport.Clock.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public async Task StreamAsync(ChatRequest request, Action<AiGatewayChatDelta> write, CallContext call)
    {
        ChatCall chat = Begin(request, stream: true, call);
        using ApiStream stream = await _transport.OpenAsync(chat.Request, call).ConfigureAwait(false);
        if (stream.ContentType?.MediaType is "text/event-stream")
        {
            await new ChatStream(chat, stream, write).RunAsync().ConfigureAwait(false);
            return;
        }

        // Guardrails buffer the answer and send it whole.
        byte[] body = await WholeBody.ReadAsync(stream).ConfigureAwait(false);
        ChatPiece piece = Parse(chat, stream.Call, body);
        write(ChatAnswer.Delta(request, piece, new AnswerFacts(stream.Headers), piece.Model));
    }

    /// <inheritdoc/>
    public Task<AiGatewayResponse> SendAsync(NativeCall native, CallContext call) => new NativeSender(_transport, native).SendAsync(call);

    /// <inheritdoc/>
    public Task<AiGatewayModelTest> TestAsync(ChatRequest request, string model, TimeSpan logWait, CallContext call) =>
        new ModelProbe(_transport, request, model).RunAsync(logWait, call);

    /// <summary>Reads a whole answer.</summary>
    internal static AiGatewayChatResult Read(ChatCall chat, ApiReply reply, TimeSpan duration) =>
        ChatAnswer.Result(chat.Chat, Parse(chat, reply.Call, reply.Body), new AnswerFacts(reply.Headers), Encoding.UTF8.GetString(reply.Body), duration);

    private ChatCall Begin(ChatRequest request, bool stream, CallContext call)
    {
        ChatCall chat = ChatCall.Of(request, stream, Deadline);
        if (call.Sink.Wants(DiagnosticKind.Verbose))
        {
            call.Sink.Report(DiagnosticKind.Verbose, $"Surface {request.Choice.Surface}: {request.Choice.Why}. Credential: {chat.Credential}.");
        }

        return chat;
    }

    private CallBudget? Budget(ChatRequest request) =>
        request.Timeout is TimeSpan timeout && timeout > Deadline ? new CallBudget(timeout, _transport.Clock) : null;

    private static ChatPiece Parse(ChatCall chat, ApiCall call, byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            ChatPiece piece = document.RootElement.ValueKind is JsonValueKind.Object ? chat.Dialect.Read(document.RootElement) : new ChatPiece();
            if (piece.Error is null && (piece.IsWorthWriting || piece.Model is not null))
            {
                return piece;
            }

            throw ErrorFactory.UnexpectedAnswer(call, piece.Error is ApiError error ? $"the answer holds an error ({error})" : "the answer is no chat completion", body);
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.UnexpectedAnswer(call, "the answer is not JSON", body, exception);
        }
    }
}
