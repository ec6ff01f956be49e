using System.Collections.Generic;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Writes what a call asks of the gateway as <c>cf-aig-…</c> headers.</summary>
internal static class CallHeaders
{
    private static readonly JsonSerializerOptions s_ascii = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Adds the headers to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What is asked; it keeps its limits.</param>
    /// <param name="byokAlias">The alias of a stored key; null for the default one.</param>
    public static void Add(ApiRequest request, CallOptions options, string? byokAlias)
    {
        request
            .Header("cf-aig-cache-ttl", Number(options.CacheTtl))
            .Header("cf-aig-skip-cache", options.SkipCache ? "true" : null)
            .Header("cf-aig-cache-key", options.CacheKey)
            .Header("cf-aig-metadata", options.Metadata is { Count: > 0 } metadata ? Ascii(new SettingsWriter().Write(metadata)) : null)
            .Header("cf-aig-collect-log", Flag(options.CollectLog))
            .Header("cf-aig-collect-log-payload", Flag(options.CollectLogPayload))
            .Header("cf-aig-event-id", options.EventId)
            .Header("cf-aig-request-timeout", Number(options.RequestTimeout))
            .Header("cf-aig-max-attempts", Number(options.MaxAttempts))
            .Header("cf-aig-retry-delay", Number(options.RetryDelay))
            .Header("cf-aig-backoff", options.Backoff is RetryBackoff backoff ? WireSpelling.OfEnum(backoff) : null)
            .Header("cf-aig-custom-cost", options.CustomCost is CallCost cost ? Ascii(Cost(cost)) : null)
            .Header("cf-aig-byok-alias", byokAlias)
            .Header("cf-aig-no-wholesale", options.NoUnifiedBilling ? "true" : null)
            .Header("cf-aig-zdr", Flag(options.Zdr));
    }

    /// <summary>Adds what is asked of the automatic router.</summary>
    public static void Add(ApiRequest request, AutoRouting routing)
    {
        request
            .Header("cf-aig-allowed-models", List(routing.AllowedModels))
            .Header("cf-aig-allowed-providers", List(routing.AllowedProviders))
            .Header("cf-aig-session-id", routing.SessionId)
            .Header("cf-aig-turn-id", routing.TurnId)
            .Header("cf-aig-no-session-affinity", routing.NoSessionAffinity ? "true" : null);
    }

    private static string? List(IReadOnlyList<string>? names) => names is null ? null : string.Join(",", names);

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Flag(bool? value) => value switch { true => "true", false => "false", null => null };

    private static JsonObject Cost(CallCost cost) => (JsonObject)new SettingsWriter().WriteValue(cost, "CustomCost")!;

    /// <summary>Headers carry ASCII only; JSON can say everything in it. The default encoder escapes the rest.</summary>
    private static string Ascii(JsonObject json) => json.ToJsonString(s_ascii);
}
