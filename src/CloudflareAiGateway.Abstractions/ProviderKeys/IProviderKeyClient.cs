using System.Security;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>The provider keys that gateways have stored.</summary>
internal interface IProviderKeyClient
{
    /// <summary>
    /// One page of a gateway's keys (<c>aig-config-list-providers</c>). The API answers an unknown gateway with an empty list; the first
    /// page is then checked against the gateway.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 50.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">NotFound when there is no such gateway.</exception>
    Task<ResultPage<AiGatewayProviderKey>> ListAsync(string accountId, string gateway, int page, int pageSize, CallContext call);

    /// <summary>The key of a provider and alias; null when the gateway has none. Reads the list, as the API has no other way.</summary>
    /// <exception cref="AiGatewayException">NotFound when there is no such gateway.</exception>
    Task<AiGatewayProviderKey?> FindAsync(string accountId, string gateway, string provider, string alias, CallContext call);

    /// <summary>Works out what storing a key takes. Writes nothing.</summary>
    /// <exception cref="AiGatewayException">
    /// NotFound: no such gateway, store or secret; AlreadyExists: a key or secret that would be overwritten; Rejected: what was asked for
    /// cannot be. <c>Resource</c> says which thing it is about.
    /// </exception>
    Task<IProviderKeySetup> PlanAsync(NewProviderKey key, CallContext call);

    /// <summary>Replaces a key's value in place (<c>aig-config-update-providers</c>); everything else stays.</summary>
    Task<AiGatewayProviderKey> RotateAsync(string accountId, string gateway, string keyId, SecureString value, CallContext call);

    /// <summary>Takes a key away from its gateway (<c>aig-config-delete-providers</c>). Its secret stays.</summary>
    Task DeleteAsync(string accountId, string gateway, string keyId, CallContext call);

    /// <summary>
    /// Finds the secret of a key, and whether anything else may use it: another service by its scopes, another key of the gateway, or
    /// whatever knows it by a name that is not this key's.
    /// </summary>
    /// <returns>The secret, with the reason to leave it alone; null when there is none any more.</returns>
    Task<ProviderKeySecret?> FindSecretAsync(AiGatewayProviderKey key, CallContext call);
}
