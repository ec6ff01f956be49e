using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes the answer to a call out of how its last step ended, and sees to the log row: of a stream, when it is over.</summary>
internal sealed class AnswerComposer(EmulatorServices services)
{
    private readonly CallRecorder _recorder = new(services);

    /// <summary>Writes the row of a step whose outcome nobody gets to see.</summary>
    public Task RecordAsync(InferenceCall call, StepOutcome outcome) => _recorder.RecordAsync(call, outcome, BodyOf(call, outcome));

    /// <summary>Makes the answer.</summary>
    public async Task<EmulatedResponse> ComposeAsync(InferenceCall call, StepOutcome outcome)
    {
        // The same refusal has another status, and another code, at another door.
        outcome = outcome with { Refusal = outcome.Refusal?.At(call.Door) };
        EmulatedResponse response = outcome is { IsSuccess: true, Reply.Events: not null }
            ? MakeStream(call, outcome, outcome.Reply)
            : await MakeWholeAsync(call, outcome).ConfigureAwait(false);
        AddHeaders(response, call, outcome);
        return response;
    }

    private EmulatedResponse MakeStream(InferenceCall call, StepOutcome outcome, ProviderReply reply)
    {
        var response = new EmulatedResponse
        {
            Status = reply.Status,
            Pieces = StreamPlayer.PlayAsync(reply.Events!, reply.Manner, services.Time, sent => _recorder.RecordAsync(call, outcome, Join(sent))),
            Ending = reply.Manner.BreaksAfter < reply.Events!.Count ? ConnectionEnding.EndsEarly : ConnectionEnding.Normal,
        };
        response.Headers["Content-Type"] = reply.StreamContentType;
        response.Headers["Cache-Control"] = "no-cache";
        return response;
    }

    private async Task<EmulatedResponse> MakeWholeAsync(InferenceCall call, StepOutcome outcome)
    {
        ReadOnlyMemory<byte> body = BodyOf(call, outcome);
        await _recorder.RecordAsync(call, outcome, body).ConfigureAwait(false);
        var response = new EmulatedResponse { Status = outcome.Status, Body = body };
        if (outcome is { Refusal: null, Reply: ProviderReply reply })
        {
            response.Headers["Content-Type"] = reply.ContentType;
        }

        return response;
    }

    private static ReadOnlyMemory<byte> BodyOf(InferenceCall call, StepOutcome outcome)
    {
        if (outcome.Refusal is GatewayRefusal refusal)
        {
            return RefusalAnswer.Make(call.Door, refusal).Body;
        }

        return outcome is { IsSuccess: true, Step.WrapsResult: true }
            ? Envelope.Item(EnvelopeFamily.V4, outcome.Reply!.Body).Body
            : outcome.Reply!.Body;
    }

    private static void AddHeaders(EmulatedResponse response, InferenceCall call, StepOutcome outcome)
    {
        foreach (KeyValuePair<string, string> header in outcome.Reply?.Headers ?? new Dictionary<string, string>())
        {
            response.Headers[header.Key] = header.Value;
        }

        if (!call.Gateway.Exists)
        {
            return;
        }

        response.Headers["cf-aig-request-id"] = call.Id.ToString();
        response.Headers["cf-aig-event-id"] = HeaderText.Clean(call.EventId);
        response.Headers["cf-aig-step"] = outcome.Index.ToString(CultureInfo.InvariantCulture);
        if (outcome.IsLogged(call))
        {
            response.Headers["cf-aig-log-id"] = outcome.LogId.ToString();
        }

        if (outcome.Refusal is null)
        {
            response.Headers["cf-aig-cache-status"] = outcome.IsCached ? "HIT" : "MISS";
        }

        if (outcome.DlpFindings.Count > 0)
        {
            response.Headers["cf-aig-dlp"] = HeaderText.Clean(DlpFinding.ToHeader(outcome.DlpFindings));
        }
    }

    private static ReadOnlyMemory<byte> Join(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (ReadOnlyMemory<byte> part in parts)
        {
            buffer.Write(part.Span);
        }

        return buffer.WrittenMemory;
    }
}
