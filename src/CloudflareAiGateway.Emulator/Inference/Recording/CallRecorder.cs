using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Writes the log row of a step.</summary>
internal sealed class CallRecorder(EmulatorServices services)
{
    private const int LargestLog = 10 * 1024 * 1024;

    /// <summary>Writes the row, when the gateway or the caller wants one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="outcome">How the step ended.</param>
    /// <param name="response">What was sent to the caller.</param>
    public Task RecordAsync(InferenceCall call, StepOutcome outcome, ReadOnlyMemory<byte> response)
    {
        bool isTooLarge = (long)outcome.Step.Input.Body.Length + response.Length > LargestLog;
        if (!outcome.IsLogged(call) || isTooLarge)
        {
            return Task.CompletedTask;
        }

        int duration = (int)services.Time.GetElapsedTime(outcome.Started).TotalMilliseconds;
        return services.Store.RunAsync(writes: false, tables => Record(tables, call, outcome, response, duration), CancellationToken.None);
    }

    private bool Record(StateTables tables, InferenceCall call, StepOutcome outcome, ReadOnlyMemory<byte> response, int duration)
    {
        // The gateway may have gone in the meantime.
        if (GatewayEndpoints.Table(tables, call.AccountId).Find(call.Gateway.Id) is not StoredDocument gateway)
        {
            return false;
        }

        LogTable table = services.Logs.Table(call.AccountId, call.Gateway.Id);
        Span<LogRow> rows = [Make(call, outcome, response, duration)];
        return LogRetention.Of(gateway).Add(table, rows) > 0;
    }

    private LogRow Make(InferenceCall call, StepOutcome outcome, ReadOnlyMemory<byte> response, int duration)
    {
        ModelStep step = outcome.Step;

        // An answer that was made and then blocked has its tokens and its price.
        ProviderReply? reply = outcome.Reply is { IsSuccess: true } ? outcome.Reply : null;
        bool keepsBodies = step.Options.CollectsPayload;
        return new LogRow
        {
            CreatedAt = outcome.CreatedAt,
            Bits = outcome.Bits,
            Kind = services.Logs.Share(new LogTraits
            {
                Provider = step.Provider.Slug,
                Model = outcome.Prompt.Model,
                ModelType = step.Provider.IsWorkersAi && step.Format.RequestType == "chat" ? "Text Generation" : string.Empty,
                Path = step.Input.Path,
                RequestType = step.Format.RequestType,
                RequestContentType = step.Input.Headers["Content-Type"] is string given ? given.Split(';')[0].Trim() : LogTraits.Json,
                ResponseContentType = reply is null || !outcome.IsSuccess ? LogTraits.Json : reply.Events is null ? reply.ContentType : reply.StreamContentType,
                DlpAction = outcome.DlpFindings.Count == 0 ? null : DlpFinding.AnyBlocks(outcome.DlpFindings) ? DlpScanner.Block : "FLAG",
                UserAgent = call.Request.Header("User-Agent"),
            }),
            Metadata = services.Logs.Share(step.Options.Metadata.Json),
            Notes = new LogNotes
            {
                EventId = call.EventId,
                RequestBody = keepsBodies ? step.Input.Body : (ReadOnlyMemory<byte>?)null,
                ResponseBody = keepsBodies ? response : (ReadOnlyMemory<byte>?)null,
            },
            Cost = reply is null || outcome.IsCached ? 0 : outcome.Cost,
            Duration = duration,
            TokensIn = reply?.TokensIn ?? -1,
            TokensOut = reply?.TokensOut ?? -1,
            Status = (short)outcome.Status,
            Flags = FlagsOf(call, outcome),
            Step = (byte)Math.Min(outcome.Index, byte.MaxValue),
        };
    }

    private static LogFlags FlagsOf(InferenceCall call, StepOutcome outcome)
    {
        // The members that tell how a call was paid were seen in live answers.
        LogFlags flags = LogFlags.Extras;
        flags |= outcome.IsSuccess ? LogFlags.Success : LogFlags.None;
        flags |= outcome.IsCached ? LogFlags.Cached : LogFlags.None;
        flags |= outcome.Step.Options.Cost is not null ? LogFlags.CustomCost : LogFlags.None;
        flags |= outcome.Step.IsCompat ? LogFlags.CompatibilityMode : LogFlags.None;
        flags |= outcome.Credential == CredentialKind.Stored ? LogFlags.Byok : LogFlags.None;
        flags |= outcome.Credential == CredentialKind.Credits ? LogFlags.Wholesale : LogFlags.None;
        flags |= call.IsAuthorized ? LogFlags.Authentication : LogFlags.None;
        return flags;
    }
}
