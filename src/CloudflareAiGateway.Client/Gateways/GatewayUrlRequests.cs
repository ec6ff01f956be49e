using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>The request for a gateway's address.</summary>
internal static class GatewayUrlRequests
{
    /// <summary><c>aig-config-get-gateway-url</c>.</summary>
    public static ApiRequest Get(string accountId, string gateway, string provider) =>
        new ApiRequest(
            HttpMethod.Get,
            "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/url/{provider}",
            "aig-config-get-gateway-url",
            $"get the address of gateway '{gateway}' for provider '{provider}'")
        {
            Permission = PermissionNames.Read,
        }
            .With("account_id", accountId)
            .With("gateway_id", gateway)
            .With("provider", provider);
}
