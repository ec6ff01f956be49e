using System;
using System.Net;
using System.Security;

namespace CloudflareAiGateway.Hosting;

/// <summary>The checks that an API token can be put through without showing it.</summary>
internal static class ApiToken
{
    /// <summary>Wraps a text that came from the environment.</summary>
    public static SecureString Protect(string token)
    {
        SecureString secret = new NetworkCredential(string.Empty, token).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Refuses a token that no request could carry: empty, or with a blank or line break inside.</summary>
    /// <param name="token">The token.</param>
    /// <param name="source">Where it came from, for the message.</param>
    public static void ThrowIfUnusable(SecureString token, string source)
    {
        string? problem = Problem(token);
        if (problem is not null)
        {
            throw new AiGatewayException(AiGatewayErrorKind.NotConnected, $"The API token from {source} {problem}.")
            {
                RecommendedAction = "Give the token exactly as the dashboard shows it once, under My Profile > API Tokens.",
            };
        }
    }

    private static string? Problem(SecureString token)
    {
        if (token.Length == 0)
        {
            return "is empty";
        }

        string text = new NetworkCredential(string.Empty, token).Password;
        if (text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return "starts with 'Bearer'; leave that word out";
        }

        foreach (char c in text)
        {
            if (c is <= ' ' or > '~')
            {
                return "has a blank, a line break or a character outside of ASCII in it";
            }
        }

        return null;
    }
}
