using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Addresses of gateways.</summary>
internal interface IGatewayUrlClient
{
    /// <summary>The address under which a gateway takes calls for a provider (<c>aig-config-get-gateway-url</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="gateway">The gateway.</param>
    /// <param name="provider">A provider, <c>custom-{slug}</c>, <c>compat</c>, or <c>universal</c> for the base address.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">NotFound or Rejected when there is no such gateway or provider.</exception>
    Task<AiGatewayUrl> GetAsync(string accountId, string gateway, string provider, CallContext call);
}
