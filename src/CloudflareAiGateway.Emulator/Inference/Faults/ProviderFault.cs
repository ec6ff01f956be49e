using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Something that goes wrong at a provider: an error, a delay, no answer, or a stream that is not as it should be. With a body and no
/// status it is a scripted answer.
/// </summary>
public sealed class ProviderFault
{
    /// <summary>
    /// The provider's slug, such as <c>openai</c>; null for any. <c>guardrails</c> is the scanner of prompts and answers, which is then
    /// unavailable.
    /// </summary>
    public string? Provider { get; init; }

    /// <summary>The model's bare name, in which <c>*</c> stands for anything; null for any.</summary>
    public string? Model { get; init; }

    /// <summary>How many calls of the provider it hits, each attempt counted; -1 for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status to answer with, 100 to 599.</summary>
    public int? Status { get; init; }

    /// <summary>The body to answer with; left out, the provider's error for the status. In JSON a text, or any value that is then sent as JSON.</summary>
    [JsonConverter(typeof(TextOrJsonConverter))]
    public string? Body { get; init; }

    /// <summary>Headers to add to the answer, such as <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>How many milliseconds the provider takes until the first part of its answer.</summary>
    public int DelayMs { get; init; }

    /// <summary>Whether the provider breaks the connection instead of answering.</summary>
    public bool Reset { get; init; }

    /// <summary>How many milliseconds a stream takes between two of its parts.</summary>
    public int PieceDelayMs { get; init; }

    /// <summary>Behind how many of its parts a stream breaks; null for not at all.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>Whether a stream ends without its last part, such as <c>[DONE]</c>.</summary>
    public bool OmitDone { get; init; }

    /// <summary>Whether characters of several bytes come in two pieces.</summary>
    public bool SplitCharacters { get; init; }

    /// <summary>Whether a stream has comments between its parts.</summary>
    public bool Comments { get; init; }

    internal string? Explain() => this switch
    {
        { Status: < 100 or > 599 } => "status must be 100 to 599.",
        { Times: 0 or < -1 } => "times must be 1 or more, or -1 for all.",
        { DelayMs: < 0 } => "delay_ms must not be negative.",
        { PieceDelayMs: < 0 } => "piece_delay_ms must not be negative.",
        { BreakAfter: < 0 } => "break_after must not be negative.",
        _ => null,
    };
}
