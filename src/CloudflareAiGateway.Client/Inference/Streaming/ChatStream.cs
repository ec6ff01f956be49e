using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a streamed answer and hands on its pieces as they come. Whatever ends it, what came before has been handed on.</summary>
internal sealed class ChatStream
{
    private const int BufferSize = 16 * 1024;

    private readonly ChatCall _call;
    private readonly ApiStream _stream;
    private readonly AnswerFacts _facts;
    private readonly Action<AiGatewayChatDelta> _write;
    private string? _model;
    private string? _finish;
    private AiGatewayTokenUsage? _usage;
    private bool _ended;

    /// <summary>Takes an answer that has begun.</summary>
    public ChatStream(ChatCall call, ApiStream stream, Action<AiGatewayChatDelta> write)
    {
        _call = call;
        _stream = stream;
        _facts = new AnswerFacts(stream.Headers);
        _write = write;
    }

    /// <summary>Reads to the end.</summary>
    /// <exception cref="AiGatewayException">StreamBroken: the connection broke, or the provider ended the answer with an error.</exception>
    public async Task RunAsync()
    {
        var parser = new ServerSentEventParser();
        byte[] buffer = new byte[BufferSize];
        try
        {
            int count;
            while ((count = await _stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                Take(parser, buffer.AsSpan(0, count));
            }
        }
        catch (IOException exception)
        {
            // After its end mark nothing is missing, however the connection ends.
            if (!_ended)
            {
                throw Broken(AiGatewayErrorKind.Network, exception.Message, exception);
            }
        }

        if (parser.Finish() is ServerSentEvent last && !_ended)
        {
            Take(last);
        }

        WarnWhenCut();
    }

    private void Take(ServerSentEventParser parser, ReadOnlySpan<byte> bytes)
    {
        while (parser.Next(ref bytes) is ServerSentEvent next)
        {
            Take(next);
        }
    }

    private void Take(ServerSentEvent next)
    {
        if (next.IsDone)
        {
            _ended = true;
            return;
        }

        if (next.Data.AsSpan().Trim(" \t\n"u8).IsEmpty)
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(next.Data);
            if (_call.Dialect.ReadEvent(next.Name, document.RootElement) is ChatPiece piece)
            {
                Write(piece);
            }
        }
        catch (JsonException exception)
        {
            throw Broken(AiGatewayErrorKind.UnexpectedResponse, "an event of the stream is not complete JSON", exception);
        }
    }

    private void Write(ChatPiece piece)
    {
        _model = piece.Model ?? _model;
        _finish = piece.FinishReason ?? _finish;
        _ended |= piece.IsEnd;
        if (piece.Error is ApiError error)
        {
            string said = _stream.Call.Scrubber.Scrub(error.ToString());
            throw ErrorFactory.OfStream(
                _stream.Call,
                AiGatewayErrorKind.Unavailable,
                $"{_call.Chat.Choice.Provider?.Slug ?? "the provider"} ended the answer with an error ({said.TrimEnd('.')})",
                [new ApiError(error.Code, said, error.Path)],
                "What came before the error was written. Ask again when the cause is gone; the beginning may have been billed.");
        }

        if (piece.Usage is not null)
        {
            // Anthropic tells the input at the beginning and the output at the end.
            _usage = ChatAnswer.Merge(_usage, piece.Usage);
            piece.Usage = _usage;
        }

        if (piece.IsWorthWriting)
        {
            _write(ChatAnswer.Delta(_call.Chat, piece, _facts, _model));
        }
    }

    private void WarnWhenCut()
    {
        if (!_ended && _finish is null)
        {
            _stream.Call.Report(
                DiagnosticKind.Warning,
                $"The answer of {_call.Chat.Choice.Model} ended without a reason and without an end mark; it may be incomplete.");
        }
    }

    private AiGatewayException Broken(AiGatewayErrorKind kind, string reason, Exception inner) =>
        ErrorFactory.OfStream(
            _stream.Call,
            kind,
            $"the stream broke ({reason})",
            [],
            "What came before the break was written. Asking again costs again; the log may hold the whole answer.",
            inner);
}
