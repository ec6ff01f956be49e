namespace CloudflareAiGateway.Commands;

/// <summary>Reads the provider of a native call.</summary>
internal static class ProviderReader
{
    /// <summary>Finds it: by slug or another of its names, a custom one, or the compat path.</summary>
    /// <exception cref="AiGatewayException">InvalidProvider: there is none of that name, or gateways have no path for it.</exception>
    public static AiGatewayProvider Read(string name)
    {
        if (ProviderCatalog.IsCustom(name))
        {
            return ProviderCatalog.Custom(name);
        }

        if (string.Equals(name, ProviderCatalog.Compat, System.StringComparison.OrdinalIgnoreCase))
        {
            return new AiGatewayProvider { Slug = ProviderCatalog.Compat, AuthHeader = "Authorization", AuthScheme = "Bearer", ExamplePath = "compat/chat/completions" };
        }

        AiGatewayProvider provider = ProviderCatalog.Find(name)
            ?? throw InputProblem.Of(AiGatewayErrorReason.InvalidProvider, ProviderCatalog.ExplainUnknown(name), "Get-AiGatewayProvider lists the providers; custom ones are written custom-<slug>.");
        return (provider.Surfaces & (ProviderSurfaces.Native | ProviderSurfaces.Universal)) != 0
            ? provider
            : throw InputProblem.Of(AiGatewayErrorReason.InvalidProvider, $"Gateways have no path for '{provider}': it is on the REST API only.", "Use Invoke-AiGatewayChat.");
    }
}
