using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A secret in a Secrets Store. Its value can be written, never read: neither the API nor this object has it.</summary>
/// <remarks>Source: <c>secrets-store-secrets-list</c>, <c>secrets-store-get-by-id</c>.</remarks>
public sealed class AiGatewaySecret
{
    /// <summary>The secret's id: 32 hexadecimal digits. Also shown as <c>SecretId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The secret's name, unique in its store; fixed after creation.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The store that holds it.</summary>
    public string StoreId { get; init; } = string.Empty;

    /// <summary>The account that the store belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Whether it can be used already.</summary>
    public SecretStatus? Status { get; init; }

    /// <summary>The services that may use it.</summary>
    public SecretScope[] Scopes { get; init; } = Array.Empty<SecretScope>();

    /// <summary>A text for people; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>When the secret was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its value, scopes or comment last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The secret's name, never its value.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
