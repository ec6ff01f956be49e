namespace CloudflareAiGateway;

/// <summary>The rule for clients that speak one provider's own language on its own path.</summary>
internal static class NativeRoute
{
    /// <summary>Works out the route.</summary>
    /// <param name="request">The request.</param>
    /// <param name="slug">The only provider that the client speaks with.</param>
    /// <param name="path">The path below the gateway; the client appends the rest.</param>
    /// <param name="tokenAsKey">
    /// Whether, without a provider's key, the gateway's token goes where the client sends a bearer token of its own. If not, it goes into the
    /// gateway's header, and the client's key stays empty.
    /// </param>
    /// <exception cref="AiGatewayException">Rejected: another provider was named.</exception>
    public static ClientRoute Of(ClientConfigRequest request, string slug, string path, bool tokenAsKey)
    {
        ModelName model = RouteModel.OfOnly(request, slug);
        bool withKey = request.Credential is ClientCredential.ProviderKey;
        return new ClientRoute
        {
            Surface = ProviderSurfaces.Native,
            Address = $"{request.GatewayAddress}/{path}",
            Model = model.ForNative(),
            Provider = model.Provider,
            Key = withKey ? ClientSecrets.KeyOf(model.Provider!) : tokenAsKey ? ClientSecrets.GatewayToken : null,
            Token = withKey ? request.NeedsToken ? ClientSecrets.GatewayToken : null : tokenAsKey ? null : ClientSecrets.GatewayToken,
        };
    }
}
