using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Something that goes wrong with matching requests: a status, a delay, a reset, a cut or a broken body. With none of them it
/// does nothing but count down.
/// </summary>
public sealed class EmulatorFault
{
    /// <summary>The method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path after the host, without query, in which <c>*</c> stands for anything; null for any path.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests it hits; -1 for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status to answer with, 100 to 599.</summary>
    public int? Status { get; init; }

    /// <summary>The body to answer with; left out, the API's error for the status. In JSON a text, or any value that is then sent as JSON.</summary>
    [JsonConverter(typeof(TextOrJsonConverter))]
    public string? Body { get; init; }

    /// <summary>Headers to add to the answer, such as <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>How many milliseconds to wait before the answer.</summary>
    public int DelayMs { get; init; }

    /// <summary>Where to reset the connection; null for not at all.</summary>
    public ResetPoint? Reset { get; init; }

    /// <summary>How many bytes of the body to send, with the full length declared, before the connection ends.</summary>
    public int? Truncate { get; init; }

    /// <summary>Whether to send half of the body as if it were all of it, which is JSON that does not parse.</summary>
    public bool Malformed { get; init; }

    /// <summary>
    /// Whether the request takes effect before it goes wrong: the write happened and its answer got lost. Otherwise a request
    /// that writes never takes effect, unless the fault is a delay and nothing else.
    /// </summary>
    public bool Apply { get; init; }

    internal bool ReplacesAnswer => Status is not null || Reset is not null || Truncate is not null || Malformed || Body is not null;

    internal string? Explain() => this switch
    {
        { Status: < 100 or > 599 } => "status must be 100 to 599.",
        { Times: 0 or < -1 } => "times must be 1 or more, or -1 for all.",
        { DelayMs: < 0 } => "delay_ms must not be negative.",
        { Truncate: < 0 } => "truncate must not be negative.",
        _ => null,
    };
}
