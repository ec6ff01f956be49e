using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// A provider of the account's own: calls to <c>custom-{slug}</c> through any gateway go to its base URL.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-account-provider</c>, <c>aig-config-list-account-provider</c>.</remarks>
public sealed class AiGatewayCustomProvider
{
    /// <summary>The provider's id, a UUID. Also shown as <c>CustomProviderId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the provider belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; internal set; } = string.Empty;

    /// <summary>The provider's name in addresses, unique in its account: letters, digits, underscores and hyphens.</summary>
    public string Slug { get; init; } = string.Empty;

    /// <summary>The name under which gateways know the provider: <c>custom-</c> and the slug.</summary>
    public string GatewaySlug => CustomProviderSlug.Prefix + Slug;

    /// <summary>The name for people.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The provider's address (https), in front of whatever follows <c>custom-{slug}/</c> in a call.</summary>
    public string BaseUrl { get; init; } = string.Empty;

    /// <summary>Whether calls are let through; a provider that is off fails them.</summary>
    public bool? Enable { get; init; }

    /// <summary>Whether the provider is marked as beta.</summary>
    public bool? Beta { get; init; }

    /// <summary>A description for people.</summary>
    public string? Description { get; init; }

    /// <summary>Extra headers that the gateway sends to the provider, by name. Their values may be credentials, so they are secrets here.</summary>
    [JsonText]
    public CustomProviderHeaders Headers { get; init; } = new();

    /// <summary>The address of the provider's own page.</summary>
    public string? Link { get; init; }

    /// <summary>The provider's picture.</summary>
    public string? Logo { get; init; }

    /// <summary>The place in lists, which are sorted by it and then by name.</summary>
    public int? Position { get; init; }

    /// <summary>An example of a call with curl, for people.</summary>
    public string? CurlExample { get; init; }

    /// <summary>An example of a call in JavaScript, for people.</summary>
    public string? JsExample { get; init; }

    /// <summary>When the provider was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The provider's slug.</summary>
    /// <returns><see cref="Slug"/>.</returns>
    public override string ToString() => Slug;
}
