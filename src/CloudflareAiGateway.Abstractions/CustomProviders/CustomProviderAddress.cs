using System;

namespace CloudflareAiGateway;

/// <summary>The rule for base URLs of custom providers, checked before any call.</summary>
internal static class CustomProviderAddress
{
    private const string Example = "such as https://llm.example.com/v1";

    /// <summary>What is wrong with a base URL.</summary>
    /// <returns>One sentence that quotes nothing secret; null when it is good.</returns>
    public static string? Explain(string address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return $"The base URL is empty; give an address {Example}.";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.IsFile)
        {
            return $"The base URL '{Shown(address)}' is no absolute address; give one {Example}.";
        }

        if (uri.Scheme != "https")
        {
            return $"The base URL of '{uri.Host}' must start with https://, not {uri.Scheme}://, as the provider's key goes there.";
        }

        if (uri.Host.Length == 0)
        {
            return "The base URL names no host.";
        }

        if (uri.UserInfo.Length > 0)
        {
            return $"The base URL of '{uri.Host}' must not contain a user name or password; give credentials as headers.";
        }

        return uri.Query.Length > 0 || uri.Fragment.Length > 0
            ? $"The base URL of '{uri.Host}' must not contain a query ('?') or a fragment ('#'): the path of each call is appended to it."
            : null;
    }

    /// <summary>The base URL without slashes at its end: a call's path begins with one.</summary>
    public static string Normalize(string address) => address.Trim().TrimEnd('/');

    // What is no address may hold anything, a password before the host included.
    private static string Shown(string address)
    {
        int at = address.LastIndexOf('@');
        string shown = at < 0 ? address : "…" + address.Substring(at);
        return shown.Length > 80 ? shown.Substring(0, 80) + "…" : shown;
    }
}
