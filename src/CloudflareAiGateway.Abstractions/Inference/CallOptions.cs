using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What one call may ask of the gateway, in place of the gateway's settings. Null leaves the setting.</summary>
internal sealed class CallOptions
{
    /// <summary>How long the answer is cached, in seconds: 60 to one month; 0 for not at all.</summary>
    public int? CacheTtl { get; init; }

    /// <summary>Whether the cache is passed by.</summary>
    public bool SkipCache { get; init; }

    /// <summary>The key under which the answer is cached, in place of the request itself.</summary>
    public string? CacheKey { get; init; }

    /// <summary>Texts, numbers and flags by name, five at most.</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    /// <summary>Whether the call is logged.</summary>
    public bool? CollectLog { get; init; }

    /// <summary>Whether the log keeps the bodies.</summary>
    public bool? CollectLogPayload { get; init; }

    /// <summary>The caller's own id of the call.</summary>
    public string? EventId { get; init; }

    /// <summary>How long the gateway waits for the first part of the answer, in milliseconds.</summary>
    public int? RequestTimeout { get; init; }

    /// <summary>How often the gateway calls the provider, 1 to 5.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>How long the gateway waits between two attempts, in milliseconds.</summary>
    public int? RetryDelay { get; init; }

    /// <summary>How that wait grows.</summary>
    public RetryBackoff? Backoff { get; init; }

    /// <summary>What the call costs.</summary>
    public CallCost? CustomCost { get; init; }

    /// <summary>Whether Unified Billing must not pay.</summary>
    public bool NoUnifiedBilling { get; init; }

    /// <summary>Whether only providers that keep nothing may be used; Unified Billing with OpenAI and Anthropic only.</summary>
    public bool? Zdr { get; init; }
}
