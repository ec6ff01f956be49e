using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A Secrets Store: where an account keeps secrets, provider keys among them. An account has one.</summary>
/// <remarks>Source: <c>secrets-store-list</c>, <c>secrets-store-get-store-by-id</c>, <c>secrets-store-quota</c>.</remarks>
public sealed class AiGatewaySecretStore
{
    /// <summary>The store's id: 32 hexadecimal digits. Also shown as <c>StoreId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The store's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The account that the store belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>How many secrets the account has; null when the API did not say.</summary>
    [NotOnWire]
    public int? SecretUsage { get; init; }

    /// <summary>How many secrets the account may have; null when the API did not say.</summary>
    [NotOnWire]
    public int? SecretQuota { get; init; }

    /// <summary>When the store was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The store's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
