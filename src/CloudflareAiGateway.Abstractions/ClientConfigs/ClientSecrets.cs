namespace CloudflareAiGateway;

/// <summary>The variables that snippets read, by the names that Cloudflare's and the providers' own tools use.</summary>
internal static class ClientSecrets
{
    /// <summary>The token for the gateway host.</summary>
    public static readonly ClientVariable GatewayToken = new("CF_AIG_TOKEN", "a Cloudflare API token with the permission AI Gateway Run");

    /// <summary>The token for the REST API.</summary>
    public static readonly ClientVariable ApiToken = new(
        "CLOUDFLARE_API_TOKEN", "a Cloudflare API token with the permission Workers AI Read; AI Gateway permissions alone are refused there");

    /// <summary>A provider's own key.</summary>
    public static ClientVariable KeyOf(AiGatewayProvider provider) =>
        new(provider.KeyVariable ?? VariableOf(provider.Slug), $"an API key of {provider.DisplayName}");

    private static string VariableOf(string slug)
    {
        string name = ProviderCatalog.IsCustom(slug) ? slug.Substring(ProviderCatalog.CustomPrefix.Length) : slug;
        string variable = name.ToUpperInvariant().Replace('-', '_') + "_API_KEY";

        // A variable must not begin with a digit.
        return char.IsDigit(variable[0]) ? "_" + variable : variable;
    }
}
