using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads bearer tokens out of headers.</summary>
internal static class Credential
{
    private const string Scheme = "Bearer ";
    private const int MaximumLength = 512;

    /// <summary>The token of a header such as <c>Bearer abc</c>; null when the header is missing or not of that form.</summary>
    public static string? ReadBearer(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string token = header[Scheme.Length..].Trim();
        if (token.Length is 0 or > MaximumLength)
        {
            return null;
        }

        foreach (char c in token)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"-._~+/=".Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return token;
    }

    /// <summary>What is wrong with a request that carries no token.</summary>
    public static Problem Explain(EmulatedRequest request) =>
        request.Header("Authorization") is null && request.Header("X-Auth-Key") is not null
            ? Problem.InvalidHeader(6103, "X-Auth-Key")
            : Problem.InvalidHeader(6111, "Authorization");
}
