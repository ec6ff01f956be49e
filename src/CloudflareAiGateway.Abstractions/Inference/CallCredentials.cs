using System.Security;

namespace CloudflareAiGateway;

/// <summary>
/// What a call is paid and let in with. A provider's key on the request goes before a stored key, and that before Unified Billing; the
/// gateway's own token is another matter.
/// </summary>
internal sealed class CallCredentials
{
    /// <summary>The provider's key; null for a stored one or Unified Billing.</summary>
    public SecureString? ProviderKey { get; init; }

    /// <summary>The alias of a stored key; null for the default one.</summary>
    public string? ByokAlias { get; init; }

    /// <summary>The token that lets the call into the gateway; null for the connection's.</summary>
    public SecureString? RunToken { get; init; }
}
