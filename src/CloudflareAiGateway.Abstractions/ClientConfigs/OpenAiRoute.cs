using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// The rule for clients that speak OpenAI's chat completions. With a provider's key: the provider's own path where it speaks that language,
/// else the compat path. Without: the REST API, which Cloudflare recommends, where it takes the provider, else the gateway host. Dynamic
/// routes and the automatic router have the compat path only.
/// </summary>
internal static class OpenAiRoute
{
    private const string DefaultProvider = "openai";

    /// <summary>Works out the route.</summary>
    /// <exception cref="AiGatewayException">Rejected: this client cannot reach that model in that way.</exception>
    public static ClientRoute Of(ClientConfigRequest request)
    {
        ModelName model = RouteModel.Of(request, DefaultProvider);
        if (model.ChoosesItself)
        {
            return request.Credential is ClientCredential.ProviderKey
                ? throw RouteModel.Refuse(
                    $"Behind {model.Chooser} may be several providers, so no provider's key can come from the client.",
                    "Store the keys with the gateway and use -Credential Stored, or -Credential UnifiedBilling.")
                : ThroughCompat(request, model, ClientSecrets.GatewayToken);
        }

        AiGatewayProvider provider = model.Provider!;

        // The key of Workers AI is a Cloudflare token anyhow, so there is but one way.
        bool withKey = request.Credential is ClientCredential.ProviderKey && provider.RestAuthor != "@cf";
        if (!withKey && provider.RestAuthor is not null)
        {
            return ThroughRest(request, model);
        }

        ClientVariable key = withKey ? ClientSecrets.KeyOf(provider) : ClientSecrets.GatewayToken;
        if (provider.OpenAiPath is { } path)
        {
            return Make(request, model, ProviderSurfaces.Native, path, model.ForNative(), key);
        }

        return provider.CompatPrefix is not null
            ? ThroughCompat(request, model, key)
            : throw RouteModel.Refuse(
                $"{request.Client} speaks the language of OpenAI's chat completions, and {provider.DisplayName} is not reached in it.",
                $"Get-AiGatewayProvider {provider.Slug} | Format-List shows its path and the header of its key.");
    }

    private static ClientRoute ThroughRest(ClientConfigRequest request, ModelName model) => new()
    {
        Surface = ProviderSurfaces.Rest,
        Address = request.RestAddress + "/v1",
        Model = model.ForRest(),
        Provider = model.Provider,
        Key = ClientSecrets.ApiToken,
        Headers = new[] { new KeyValuePair<string, string>(ClientRoute.GatewayHeader, request.GatewayId) },
    };

    private static ClientRoute ThroughCompat(ClientConfigRequest request, ModelName model, ClientVariable key) =>
        Make(request, model, ProviderSurfaces.Compat, ProviderCatalog.Compat, model.ForCompat(), key);

    private static ClientRoute Make(ClientConfigRequest request, ModelName model, ProviderSurfaces surface, string path, string name, ClientVariable key) => new()
    {
        Surface = surface,
        Address = $"{request.GatewayAddress}/{path}",
        Model = name,
        Provider = model.Provider,
        Key = key,

        // The token as the client's only key opens the gateway. In both headers it would be passed on to the provider as a key.
        Token = request.NeedsToken && !ReferenceEquals(key, ClientSecrets.GatewayToken) ? ClientSecrets.GatewayToken : null,
    };
}
