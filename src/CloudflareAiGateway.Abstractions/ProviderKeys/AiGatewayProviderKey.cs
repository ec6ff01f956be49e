using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A provider's key that a gateway has stored and uses for calls that bring none (bring your own key). The key itself is never read.</summary>
/// <remarks>Source: <c>aig-config-list-providers</c>, <c>aig-config-create-providers</c>.</remarks>
public sealed class AiGatewayProviderKey
{
    /// <summary>The key's id in the API. Also shown as <c>ProviderKeyId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway that uses the key.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The provider, such as <c>openai</c>. Also shown as <c>Provider</c>.</summary>
    public string ProviderSlug { get; init; } = string.Empty;

    /// <summary>What tells several keys of one provider apart; calls that name none use <c>default</c>.</summary>
    public string Alias { get; init; } = string.Empty;

    /// <summary>Whether it is the provider's default key on this gateway.</summary>
    public bool? DefaultConfig { get; init; }

    /// <summary>Requests that may use the key per period; null or 0 means no limit.</summary>
    public int? RateLimit { get; init; }

    /// <summary>That period, in seconds.</summary>
    public int? RateLimitPeriod { get; init; }

    /// <summary>The secret that holds the key.</summary>
    public string SecretId { get; init; } = string.Empty;

    /// <summary>The key as the service masks it, such as <c>sk-****1234</c>.</summary>
    public string? SecretPreview { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Provider and alias.</summary>
    /// <returns>Such as <c>openai/default</c>.</returns>
    public override string ToString() => $"{ProviderSlug}/{Alias}";
}
