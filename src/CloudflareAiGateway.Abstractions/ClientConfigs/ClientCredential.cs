namespace CloudflareAiGateway;

/// <summary>Who pays the provider, and with whose key.</summary>
public enum ClientCredential
{
    /// <summary>The client sends the provider's key with each request.</summary>
    ProviderKey,

    /// <summary>The gateway adds a key that is stored with it; the client has none.</summary>
    Stored,

    /// <summary>Cloudflare pays the provider out of the account's credits; nobody has a key.</summary>
    UnifiedBilling,
}
