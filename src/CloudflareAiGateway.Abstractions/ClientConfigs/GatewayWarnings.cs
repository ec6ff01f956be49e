using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Settings of a gateway with which a way of calling cannot work. Worth more than a note: the text that was asked for will fail.</summary>
internal static class GatewayWarnings
{
    /// <summary>The warnings of a route.</summary>
    public static IEnumerable<string> Of(ClientRoute route, ClientConfigRequest request)
    {
        if (request.Gateway is not { } gateway || request.Credential is ClientCredential.ProviderKey)
        {
            yield break;
        }

        string id = gateway.Id;
        if (gateway.Authentication == false && route.Surface is not ProviderSurfaces.Rest)
        {
            yield return $"Gateway '{id}' has authentication off; stored keys and Unified Billing need it on: Set-AiGateway {id} -Authentication $true.";
        }

        if (gateway.ByokOnly == true && request.Credential is ClientCredential.UnifiedBilling && route.Provider?.Slug != "workers-ai")
        {
            yield return $"Gateway '{id}' takes own provider keys only and refuses Unified Billing: Set-AiGateway {id} -ByokOnly $false, or use -Credential Stored.";
        }

        if (string.IsNullOrEmpty(gateway.StoreId) && request.Credential is ClientCredential.Stored && route.Provider?.Slug != "workers-ai")
        {
            yield return $"Gateway '{id}' has no store for provider keys (StoreId), so no stored key can be found.";
        }
    }
}
