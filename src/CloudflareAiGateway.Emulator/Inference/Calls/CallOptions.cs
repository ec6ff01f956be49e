using System;
using System.Globalization;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a call asks of the gateway with its <c>cf-aig-*</c> headers. A value that makes no sense counts as not given.</summary>
internal sealed record CallOptions
{
    private const int ShortestCache = 60;
    private const int LongestCache = 30 * 24 * 60 * 60;
    private const int MostAttempts = 5;
    private const int LongestRetryDelay = 60_000;

    /// <summary>Seconds; 0 for no cache; null for what the gateway says.</summary>
    public int? CacheTtl { get; init; }

    public bool SkipsCache { get; init; }

    public string? CacheKey { get; init; }

    public bool? CollectsLog { get; init; }

    public bool CollectsPayload { get; init; } = true;

    public CallMetadata Metadata { get; init; } = CallMetadata.None;

    public CustomCost? Cost { get; init; }

    /// <summary>Milliseconds until the first part of an answer.</summary>
    public int? RequestTimeout { get; init; }

    public int? MaxAttempts { get; init; }

    /// <summary>Milliseconds.</summary>
    public int? RetryDelay { get; init; }

    public string? Backoff { get; init; }

    public string? ByokAlias { get; init; }

    /// <summary>Whether the account's credits must not be used.</summary>
    public bool RefusesCredits { get; init; }

    /// <summary>Reads the options of a step.</summary>
    /// <param name="headers">The headers that count.</param>
    /// <param name="config">The <c>config</c> of a step of the universal endpoint; undefined for none. Headers go before it.</param>
    public static CallOptions Read(CallHeaders headers, JsonElement config = default) => new()
    {
        // The old names still work.
        CacheTtl = ReadTtl(headers["cf-aig-cache-ttl"] ?? headers["cf-cache-ttl"]),
        SkipsCache = headers.IsTrue("cf-aig-skip-cache") || headers.IsTrue("cf-skip-cache"),
        CacheKey = headers["cf-aig-cache-key"],
        CollectsLog = ReadFlag(headers["cf-aig-collect-log"]),
        CollectsPayload = ReadFlag(headers["cf-aig-collect-log-payload"]) ?? true,
        Metadata = CallMetadata.Read(headers["cf-aig-metadata"]),
        Cost = CustomCost.Read(headers["cf-aig-custom-cost"]),
        RequestTimeout = ReadNumber(headers["cf-aig-request-timeout"]) ?? config.Number("requestTimeout"),
        MaxAttempts = Within(ReadNumber(headers["cf-aig-max-attempts"]) ?? config.Number("maxAttempts"), 1, MostAttempts),
        RetryDelay = Within(ReadNumber(headers["cf-aig-retry-delay"]) ?? config.Number("retryDelay"), 0, LongestRetryDelay),
        Backoff = headers["cf-aig-backoff"] ?? config.Text("backoff"),
        ByokAlias = headers["cf-aig-byok-alias"],
        RefusesCredits = headers.IsTrue("cf-aig-no-wholesale"),
    };

    private static int? ReadTtl(string? text) =>
        ReadNumber(text) is int seconds and >= 0 ? seconds == 0 ? 0 : Math.Clamp(seconds, ShortestCache, LongestCache) : null;

    private static int? ReadNumber(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static bool? ReadFlag(string? text) => bool.TryParse(text, out bool flag) ? flag : null;

    private static int? Within(int? number, int minimum, int maximum) => number is int given ? Math.Clamp(given, minimum, maximum) : null;
}
