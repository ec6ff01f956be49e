using System.ComponentModel;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of providers. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProviderFormat
{
    /// <summary>The header of the provider's own key, with its scheme.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>Such as <c>Authorization: Bearer</c> or <c>x-api-key</c>.</returns>
    public static string KeyHeader(AiGatewayProvider provider) =>
        provider.AuthScheme is { } scheme ? $"{provider.AuthHeader}: {scheme}" : provider.AuthHeader ?? string.Empty;

    /// <summary>Whether Unified Billing can pay.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns><c>yes</c>, or empty.</returns>
    public static string Unified(AiGatewayProvider provider) => provider.UnifiedBilling ? "yes" : string.Empty;
}
