using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Custom domains of gateways.</summary>
internal interface IDomainClient
{
    /// <summary>One page of a gateway's domains (<c>aig-config-list-custom-domain</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="status">Only domains in this state; null for all.</param>
    /// <param name="search">Text that the server looks for; null for none.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">How many to a page.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayDomain>> ListAsync(string accountId, string gateway, DomainStatus? status, string? search, int page, int pageSize, CallContext call);

    /// <summary>One domain (<c>aig-config-fetch-custom-domain</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when the gateway has none of that name, or does not exist.</exception>
    Task<AiGatewayDomain> GetAsync(string accountId, string gateway, string hostname, CallContext call);

    /// <summary>
    /// Adds a domain (<c>aig-config-create-custom-domain</c>). A failure that leaves it open whether it was added is settled by reading
    /// back.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="hostname">The hostname.</param>
    /// <param name="zoneId">The zone that holds it.</param>
    /// <param name="minTls">The lowest TLS version, such as <c>1.2</c>; null for the API's own choice.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<AiGatewayDomain> CreateAsync(string accountId, string gateway, string hostname, string zoneId, string? minTls, CallContext call);

    /// <summary>Removes a domain (<c>aig-config-delete-custom-domain</c>). Gone already on a retry is success.</summary>
    Task DeleteAsync(string accountId, string gateway, string hostname, CallContext call);
}
