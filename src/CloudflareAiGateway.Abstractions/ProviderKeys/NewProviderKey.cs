using System;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>A key to be stored for a gateway: either its value, or the secret that holds it already.</summary>
internal sealed class NewProviderKey
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>The alias.</summary>
    public string Alias { get; init; } = ProviderKeyName.DefaultAlias;

    /// <summary>Whether it becomes the provider's default key; null means yes for the alias <c>default</c>, else no.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>Requests that may use it per period; null for no limit.</summary>
    public int? RateLimit { get; init; }

    /// <summary>That period in seconds; null for the API's own 60.</summary>
    public int? RateLimitPeriod { get; init; }

    /// <summary>The key's value; null when <see cref="SecretId"/> is given.</summary>
    public SecureString? ApiKey { get; init; }

    /// <summary>A secret that exists; null when <see cref="ApiKey"/> is given.</summary>
    public string? SecretId { get; init; }

    /// <summary>The store to use; null for the gateway's own, else the account's.</summary>
    public string? StoreId { get; init; }

    /// <summary>Whether the value of a secret or key that is there already is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>How long to wait until the secret can be used.</summary>
    public TimeSpan Patience { get; init; }
}
