using System;
using System.Buffers;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Looks at prompts and answers: guardrails, then data loss prevention.</summary>
internal sealed class ContentChecks(EmulatorServices services)
{
    /// <summary>Whether looking at a gateway's prompts is paid with credits: the scanner is a model of Workers AI, and has to be paid like one.</summary>
    public static bool CostsCredits(GatewaySettings gateway) => GuardrailScanner.IsOn(gateway.Guardrails) && gateway.WorkersAiUsesCredits;

    /// <summary>Looks at a prompt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="outcome">The step so far.</param>
    /// <param name="canPay">Whether the account has credits, should the looking cost some.</param>
    public StepOutcome CheckPrompt(InferenceCall call, StepOutcome outcome, bool canPay)
    {
        GatewaySettings gateway = call.Gateway;
        if (GuardrailScanner.IsOn(gateway.Guardrails))
        {
            bool isDown = services.Inference.Faults.Take(GuardrailScanner.Name, outcome.Prompt.Model) is not null;
            if (isDown && GuardrailScanner.CanBlock(gateway.Guardrails))
            {
                return outcome with { Refusal = GatewayRefusal.ScannerUnavailable };
            }

            if (!canPay)
            {
                return outcome with { Refusal = GatewayRefusal.NoCredits };
            }

            if (!isDown && GuardrailScanner.Blocks(gateway.Guardrails.Member("prompt"), outcome.Prompt.AllText))
            {
                return outcome with { Refusal = GatewayRefusal.PromptBlocked };
            }
        }

        return Note(outcome, DlpScanner.Scan(gateway.Dlp, DlpScanner.Request, outcome.Prompt.AllText), GatewayRefusal.RequestHasSensitiveData);
    }

    /// <summary>Looks at an answer, and takes from a stream what the looking costs it.</summary>
    public static StepOutcome CheckAnswer(InferenceCall call, StepOutcome outcome)
    {
        GatewaySettings gateway = call.Gateway;
        ProviderReply reply = outcome.Reply!;
        if (GuardrailScanner.IsOn(gateway.Guardrails))
        {
            // The REST API lets a stream pass, and only writes the verdict down.
            bool passes = call.IsRest && reply.Events is not null;
            if (!passes && GuardrailScanner.Blocks(gateway.Guardrails.Member("response"), reply.Text))
            {
                return outcome with { Refusal = GatewayRefusal.ResponseBlocked };
            }

            outcome = outcome with { Reply = passes ? reply : reply with { Events = null } };
        }

        if (DlpScanner.Checks(gateway.Dlp, DlpScanner.Response) && outcome.Reply!.Events is IReadOnlyList<ReadOnlyMemory<byte>> events)
        {
            // The answer is held back until all of it was looked at.
            outcome = outcome with { Reply = outcome.Reply with { Events = [Join(events)] } };
        }

        return Note(outcome, DlpScanner.Scan(gateway.Dlp, DlpScanner.Response, reply.Text), GatewayRefusal.ResponseHasSensitiveData);
    }

    private static StepOutcome Note(StepOutcome outcome, IReadOnlyList<DlpFinding> findings, GatewayRefusal refusal)
    {
        if (findings.Count == 0)
        {
            return outcome;
        }

        return outcome with
        {
            DlpFindings = [.. outcome.DlpFindings, .. findings],
            Refusal = DlpFinding.AnyBlocks(findings) ? refusal : outcome.Refusal,
        };
    }

    private static ReadOnlyMemory<byte> Join(IReadOnlyList<ReadOnlyMemory<byte>> events)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (ReadOnlyMemory<byte> part in events)
        {
            buffer.Write(part.Span);
        }

        return buffer.WrittenMemory;
    }
}
