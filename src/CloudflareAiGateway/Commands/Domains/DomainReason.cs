using System;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Commands;

/// <summary>Why a domain is not active. The API's document has no member for it, so what such members are usually called is looked for.</summary>
internal static class DomainReason
{
    private static readonly string[] s_names = { "status_reason", "reason", "error", "error_message", "message", "errors", "verification_errors", "detail", "details" };

    /// <summary>The reason.</summary>
    /// <returns>Empty when the API gives none.</returns>
    public static string Of(AiGatewayDomain domain) =>
        string.Join("; ", s_names
            .Where(domain.AdditionalProperties.ContainsKey)
            .Select(name => domain.AdditionalProperties[name])
            .Select(value => value is object?[] list ? string.Join(", ", list) : Convert.ToString(value, CultureInfo.InvariantCulture))
            .Where(text => !string.IsNullOrWhiteSpace(text)));
}
