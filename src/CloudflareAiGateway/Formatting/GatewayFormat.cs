using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Security;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of gateways. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GatewayFormat
{
    /// <summary>The cache in a word.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <returns>Such as <c>3600 s</c>, or <c>off</c>.</returns>
    public static string Cache(AiGateway gateway) =>
        gateway.CacheTtl is > 0 ? string.Format(CultureInfo.CurrentCulture, "{0} s", gateway.CacheTtl) : "off";

    /// <summary>The rate limit in a word.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <returns>Such as <c>100/60s fixed</c>, or <c>off</c>.</returns>
    public static string RateLimit(AiGateway gateway)
    {
        if (gateway.RateLimitingLimit is not > 0 || gateway.RateLimitingInterval is not > 0)
        {
            return "off";
        }

        string text = string.Format(CultureInfo.CurrentCulture, "{0}/{1}s", gateway.RateLimitingLimit, gateway.RateLimitingInterval);
        return gateway.RateLimitingTechnique is { } technique ? $"{text} {technique.ToString().ToLowerInvariant()}" : text;
    }

    /// <summary>A flag in a word.</summary>
    /// <param name="flag">The flag; null when the API did not say.</param>
    /// <returns><c>on</c>, <c>off</c>, or empty.</returns>
    public static string Flag(bool? flag) => flag is { } value ? value ? "on" : "off" : string.Empty;

    /// <summary>A time as the user's clock shows it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Date and time in the user's culture and zone, or empty.</returns>
    public static string Time(DateTimeOffset? time) => time?.ToLocalTime().ToString("g", CultureInfo.CurrentCulture) ?? string.Empty;

    /// <summary>Whether a secret is there, never what it is.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns><c>(secret)</c>, or empty.</returns>
    public static string Secret(SecureString? secret) => secret is { Length: > 0 } ? "(secret)" : string.Empty;

    /// <summary>The names of an exporter's headers, without their values.</summary>
    /// <param name="exporter">The exporter.</param>
    /// <returns>Such as <c>x-team, x-key</c>.</returns>
    public static string HeaderNames(OtelExporter exporter) => string.Join(", ", exporter.Headers.Keys.ToArray());
}
