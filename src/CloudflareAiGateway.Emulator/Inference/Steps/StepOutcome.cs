using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>How a step ended: with an answer of the provider, be it an error, or with an error of the gateway.</summary>
internal sealed record StepOutcome
{
    public required ModelStep Step { get; init; }

    public required ModelPrompt Prompt { get; init; }

    /// <summary>The number of the step, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>When it began: Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it began, by the clock that measures.</summary>
    public required long Started { get; init; }

    /// <summary>What the id of its log row is made of, besides the time.</summary>
    public required ulong Bits { get; init; }

    public ProviderReply? Reply { get; init; }

    public GatewayRefusal? Refusal { get; init; }

    public bool IsCached { get; init; }

    public CredentialKind Credential { get; init; }

    /// <summary>US dollars; NaN when nobody knows the price.</summary>
    public double Cost { get; init; }

    /// <summary>What data loss prevention found.</summary>
    public IReadOnlyList<DlpFinding> DlpFindings { get; init; } = [];

    public bool IsSuccess => Refusal is null && Reply?.IsSuccess == true;

    /// <summary>Whether the next step may be tried.</summary>
    public bool MayFallBack => Refusal is null ? !IsSuccess : Refusal.MayFallBack;

    public int Status => Refusal?.Status ?? Reply?.Status ?? 0;

    public Guid LogId => CloudflareAiGateway.Emulator.LogId.Make(CreatedAt, Bits);

    public bool IsLogged(InferenceCall call) => call.Gateway.Exists && (Step.Options.CollectsLog ?? call.Gateway.CollectLogs);
}
