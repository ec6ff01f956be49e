using System.ComponentModel;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of custom providers. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomProviderFormat
{
    /// <summary>Names of headers with their values masked.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>Such as <c>x-team=(secret), x-key=(secret)</c>.</returns>
    public static string Headers(AiGatewayCustomProvider provider) =>
        string.Join(", ", provider.Headers.Keys.Select(name => name + "=(secret)"));
}
