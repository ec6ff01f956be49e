using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Log rows to add: explicit ones, made-up ones, or both. Also the body of <c>POST /_emulator/logs</c>, with names in snake case.
/// The same seed, start and settings make the same rows, ids included. Rows are in memory only, never in the state file.
/// </summary>
public sealed class LogSeed
{
    /// <summary>The most rows that one seed makes up.</summary>
    public const int MaximumCount = 1_000_000;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = EmulatorOptions.DefaultAccountId;

    /// <summary>A gateway that exists.</summary>
    public required string Gateway { get; init; }

    /// <summary>How many rows to make up.</summary>
    public int Count { get; init; }

    /// <summary>What chance starts from.</summary>
    public long Seed { get; init; }

    /// <summary>The time of the first row; left out, the time that lets the last one come before now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The time in which all rows come, at random but in order; wins over <see cref="IntervalMs"/>.</summary>
    public double? SpanSeconds { get; init; }

    /// <summary>The milliseconds from a row to the next; 0 and parts of one are allowed.</summary>
    public double IntervalMs { get; init; } = 1000;

    /// <summary>How many rows in a row share one <c>created_at</c>.</summary>
    public int EqualTimes { get; init; } = 1;

    /// <summary>The providers among the built-in models; left out, all of them.</summary>
    public IReadOnlyList<string>? Providers { get; init; }

    /// <summary>The models instead of the built-in ones.</summary>
    public IReadOnlyList<LogSeedModel>? Models { get; init; }

    /// <summary>The share of rows that came from the cache, without cost.</summary>
    public double Cached { get; init; } = 0.2;

    /// <summary>The share of rows that failed, with tokens null.</summary>
    public double Failed { get; init; } = 0.05;

    /// <summary>The share of rows without a member <c>cost</c>.</summary>
    public double Unpriced { get; init; } = 0.05;

    /// <summary>The share of rows with a price of the caller's own.</summary>
    public double CustomCost { get; init; }

    /// <summary>The share of chats that were streamed; their response body is an event stream.</summary>
    public double Streamed { get; init; } = 0.1;

    /// <summary>The share of rows with a feedback of 1 or -1.</summary>
    public double Feedback { get; init; }

    /// <summary>The share of rows with the undocumented members byok, authentication, wholesale, timings and usage_metadata.</summary>
    public double Extras { get; init; } = 0.25;

    /// <summary>The metadata: values for each key, of which each row gets one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Metadata { get; init; }

    /// <summary>Further keys of metadata, with ten values each: <c>key-0</c> to <c>key-9</c>.</summary>
    public IReadOnlyList<string>? MetadataKeys { get; init; }

    /// <summary>The share of rows that have metadata, when there are keys.</summary>
    public double MetadataShare { get; init; } = 1;

    /// <summary>Whether the made-up rows have bodies.</summary>
    public bool Payloads { get; init; } = true;

    /// <summary>
    /// Explicit rows: objects that are answered as they are, with required members filled in. These members are taken out of them
    /// first: request_body and response_body (a text is sent as it is, anything else as JSON), feedback, event_id, dlp_action,
    /// user_agent and compatibilityMode, of which filters know but answers do not. A row replaces the one with its id.
    /// </summary>
    public IReadOnlyList<JsonElement>? Rows { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    internal string? Explain()
    {
        if (Count is < 0 or > MaximumCount)
        {
            return $"count must be between 0 and {MaximumCount}.";
        }

        if (EqualTimes < 1)
        {
            return "equal_times must be 1 or more.";
        }

        if (!(IntervalMs >= 0) || SpanSeconds < 0)
        {
            return "interval_ms and span_seconds must be 0 or more.";
        }

        double[] shares = [Cached, Failed, Unpriced, CustomCost, Streamed, Feedback, Extras, MetadataShare];
        if (!shares.All(static share => share is >= 0 and <= 1))
        {
            return "cached, failed, unpriced, custom_cost, streamed, feedback, extras and metadata_share must be between 0 and 1.";
        }

        if (Models?.Any(static model => !(model.Weight >= 0)) == true)
        {
            return "weight must be 0 or more.";
        }

        if (Metadata?.Values.Any(static values => values.Count == 0) == true)
        {
            return "A key in metadata needs at least one value.";
        }

        return Count > 0 && LogSeedModels.Of(this).Sum(static model => model.Weight) == 0 ? "There is no model to make rows of." : null;
    }
}
