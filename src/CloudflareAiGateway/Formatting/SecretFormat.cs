using System;
using System.ComponentModel;
using System.Globalization;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of stores, secrets and provider keys. Used by the format files; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SecretFormat
{
    /// <summary>How full the account is.</summary>
    /// <param name="store">The store.</param>
    /// <returns>Such as <c>3 of 100</c>, or empty when the API did not say.</returns>
    public static string Usage(AiGatewaySecretStore store) =>
        store.SecretUsage is { } used ? string.Format(CultureInfo.CurrentCulture, store.SecretQuota is null ? "{0}" : "{0} of {1}", used, store.SecretQuota) : string.Empty;

    /// <summary>The services that may use a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns>Such as <c>AiGateway, Workers</c>.</returns>
    public static string Scopes(AiGatewaySecret secret) => string.Join(", ", Array.ConvertAll(secret.Scopes, scope => scope.ToString()));

    /// <summary>Whether it is the provider's default key.</summary>
    /// <param name="key">The key.</param>
    /// <returns><c>yes</c>, or empty.</returns>
    public static string Default(AiGatewayProviderKey key) => key.DefaultConfig == true ? "yes" : string.Empty;

    /// <summary>A key's rate limit in a word.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Such as <c>100/60s</c>, or <c>off</c>.</returns>
    public static string RateLimit(AiGatewayProviderKey key) =>
        key.RateLimit is > 0 ? string.Format(CultureInfo.CurrentCulture, "{0}/{1}s", key.RateLimit, key.RateLimitPeriod ?? 60) : "off";
}
