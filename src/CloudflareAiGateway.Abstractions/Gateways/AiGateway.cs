using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A gateway and all its settings, as the API gave them. Reading it again shows later changes; this object stays.</summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>, <c>aig-config-list-gateway</c>.</remarks>
public sealed class AiGateway
{
    /// <summary>The gateway's name, unique in its account; fixed after creation. Also shown as <c>Name</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway's base URL, to which clients append a provider's path.</summary>
    [NotOnWire]
    public Uri? Endpoint { get; init; }

    /// <summary>How long answers are cached, in seconds; 0 or null means not at all.</summary>
    public int? CacheTtl { get; init; }

    /// <summary>Whether a change of settings empties the cache.</summary>
    public bool? CacheInvalidateOnUpdate { get; init; }

    /// <summary>Whether calls are logged.</summary>
    public bool? CollectLogs { get; init; }

    /// <summary>The rate limit's window in seconds; 0 or null means no limit.</summary>
    public int? RateLimitingInterval { get; init; }

    /// <summary>The calls allowed per window; 0 or null means no limit.</summary>
    public int? RateLimitingLimit { get; init; }

    /// <summary>How the rate limit's window is counted.</summary>
    public RateLimitingTechnique? RateLimitingTechnique { get; init; }

    /// <summary>Whether calls need a Cloudflare token (<c>cf-aig-authorization</c>).</summary>
    public bool? Authentication { get; init; }

    /// <summary>Whether only the customer's own provider keys are used, never Unified Billing.</summary>
    public bool? ByokOnly { get; init; }

    /// <summary>Data loss prevention; null when never set.</summary>
    public DlpSettings? Dlp { get; init; }

    /// <summary>Content checks; null means none.</summary>
    public Guardrails? Guardrails { get; init; }

    /// <summary>Whether stored logs are classified.</summary>
    public bool? LogClassification { get; init; }

    /// <summary>How many logs the gateway keeps, 10,000 to 10,000,000.</summary>
    public int? LogManagement { get; init; }

    /// <summary>What happens when that many logs are kept.</summary>
    public LogManagementStrategy? LogManagementStrategy { get; init; }

    /// <summary>Whether logs are pushed by a Logpush job.</summary>
    public bool? Logpush { get; init; }

    /// <summary>The public RSA key (PEM) with which pushed logs are encrypted.</summary>
    public string? LogpushPublicKey { get; init; }

    /// <summary>Where traces are exported to; null means nowhere.</summary>
    public OtelExporter[]? Otel { get; init; }

    /// <summary>How often the gateway tries a provider, 1 to 5.</summary>
    public int? RetryMaxAttempts { get; init; }

    /// <summary>The gateway's wait between tries, in milliseconds, 0 to 60,000.</summary>
    public int? RetryDelay { get; init; }

    /// <summary>How that wait grows.</summary>
    public RetryBackoff? RetryBackoff { get; init; }

    /// <summary>Spend limits; null means none.</summary>
    public SpendLimits? SpendLimits { get; init; }

    /// <summary>The Secrets Store that holds the gateway's provider keys.</summary>
    public string? StoreId { get; init; }

    /// <summary>Usage reporting to Stripe; null means none.</summary>
    public StripeSettings? Stripe { get; init; }

    /// <summary>Who is billed for Workers AI calls.</summary>
    public WorkersAiBillingMode? WorkersAiBillingMode { get; init; }

    /// <summary>Whether Unified Billing calls use zero data retention where the provider has it.</summary>
    public bool? Zdr { get; init; }

    /// <summary>Whether this is the account's gateway <c>default</c>. Read only.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>When the gateway was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its settings last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The gateway's name.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
