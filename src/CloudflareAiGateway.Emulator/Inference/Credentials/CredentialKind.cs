namespace CloudflareAiGateway.Emulator;

/// <summary>With what a provider is called.</summary>
internal enum CredentialKind
{
    /// <summary>Nothing: the provider will refuse.</summary>
    None,

    /// <summary>The key on the request.</summary>
    Request,

    /// <summary>A key that the gateway has stored.</summary>
    Stored,

    /// <summary>A key of the service's own, paid with the account's credits.</summary>
    Credits,

    /// <summary>The account's right to Workers AI, which sends a bill.</summary>
    Account,
}
