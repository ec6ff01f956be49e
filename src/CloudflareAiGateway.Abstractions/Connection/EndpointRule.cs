using System;

namespace CloudflareAiGateway;

/// <summary>
/// The rule for base addresses, checked before a token is ever sent: https, or plain http to this machine; no user name, query or
/// fragment, as those would end up in messages or be lost.
/// </summary>
internal static class EndpointRule
{
    /// <summary>What is wrong with an address.</summary>
    /// <param name="address">The address that a user gave.</param>
    /// <returns>One sentence that quotes nothing secret; null when the address is good.</returns>
    public static string? Explain(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return "The address must be absolute, such as https://api.cloudflare.com/client/v4.";
        }

        bool https = address.Scheme == "https";
        if (!https && address.Scheme != "http")
        {
            return $"The address must start with https://, not {address.Scheme}://.";
        }

        if (address.UserInfo.Length > 0)
        {
            return $"The address of '{address.Host}' must not contain a user name or password.";
        }

        if (address.Host.Length == 0)
        {
            return "The address names no host.";
        }

        if (!https && !address.IsLoopback)
        {
            return $"The address 'http://{address.Authority}' would send the token in the clear. Use https; http is allowed to this machine only.";
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return $"The address of '{address.Authority}' must not contain a query ('?') or a fragment ('#').";
        }

        return null;
    }

    /// <summary>What is wrong with a proxy's address.</summary>
    /// <param name="proxy">The address that a user gave.</param>
    /// <returns>One sentence that quotes nothing secret; null when the address is good.</returns>
    public static string? ExplainProxy(Uri proxy)
    {
        if (!proxy.IsAbsoluteUri || proxy.Host.Length == 0)
        {
            return "The proxy's address must be absolute, such as http://proxy.example.com:3128.";
        }

        if (proxy.UserInfo.Length > 0)
        {
            return $"The address of the proxy '{proxy.Host}' must not contain a user name or password; give them as credentials (-ProxyCredential).";
        }

        return proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
            ? null
            : $"The proxy's address must start with http, https, socks4, socks4a or socks5, not {proxy.Scheme}.";
    }

    /// <summary>Checks an address and takes off a trailing slash, so that paths can be appended.</summary>
    /// <param name="address">The address that a user gave.</param>
    /// <returns>The address without a trailing slash.</returns>
    /// <exception cref="ArgumentException">The address breaks the rule; the text says how.</exception>
    public static string Normalize(Uri address)
    {
        if (Explain(address) is string problem)
        {
            throw new ArgumentException(problem, nameof(address));
        }

        return address.AbsoluteUri.TrimEnd('/');
    }
}
