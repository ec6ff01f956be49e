using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The settings of a gateway as a call finds them.</summary>
internal sealed record GatewaySettings
{
    /// <summary>No gateway: a call to Workers AI that names none.</summary>
    public static readonly GatewaySettings None = new() { Id = string.Empty };

    public required string Id { get; init; }

    public bool Exists => Id.Length > 0;

    /// <summary>Tells a gateway from one that had its name before.</summary>
    public string CreatedAt { get; init; } = string.Empty;

    public string ModifiedAt { get; init; } = string.Empty;

    public bool Authentication { get; init; }

    public bool ByokOnly { get; init; }

    public bool CollectLogs { get; init; }

    public bool CacheInvalidateOnUpdate { get; init; }

    /// <summary>Seconds; 0 for no cache.</summary>
    public int CacheTtl { get; init; }

    public int RateLimit { get; init; }

    /// <summary>Seconds.</summary>
    public int RateInterval { get; init; }

    public bool RateSlides { get; init; }

    public int? RetryMaxAttempts { get; init; }

    /// <summary>Milliseconds.</summary>
    public int? RetryDelay { get; init; }

    public string? RetryBackoff { get; init; }

    /// <summary>Whether calls to Workers AI are paid with credits.</summary>
    public bool WorkersAiUsesCredits { get; init; }

    public bool Zdr { get; init; }

    public JsonElement Guardrails { get; init; }

    public JsonElement Dlp { get; init; }

    public JsonElement SpendLimits { get; init; }

    public static GatewaySettings Read(StoredDocument gateway)
    {
        using JsonDocument document = JsonDocument.Parse(gateway.Json);
        JsonElement json = document.RootElement.Clone();
        return new GatewaySettings
        {
            Id = gateway.Id,
            CreatedAt = json.Text("created_at") ?? string.Empty,
            ModifiedAt = json.Text("modified_at") ?? string.Empty,
            Authentication = json.IsTrue("authentication"),
            ByokOnly = json.IsTrue("byok_only"),
            CollectLogs = json.IsTrue("collect_logs"),
            CacheInvalidateOnUpdate = json.IsTrue("cache_invalidate_on_update"),
            CacheTtl = json.Number("cache_ttl") ?? 0,
            RateLimit = json.Number("rate_limiting_limit") ?? 0,
            RateInterval = json.Number("rate_limiting_interval") ?? 0,
            RateSlides = json.Text("rate_limiting_technique") == "sliding",
            RetryMaxAttempts = json.Number("retry_max_attempts"),
            RetryDelay = json.Number("retry_delay"),
            RetryBackoff = json.Text("retry_backoff"),
            WorkersAiUsesCredits = json.Text("workers_ai_billing_mode") == "unified",
            Zdr = json.IsTrue("zdr"),
            Guardrails = json.Member("guardrails"),
            Dlp = json.Member("dlp"),
            SpendLimits = json.Member("spend_limits"),
        };
    }
}
