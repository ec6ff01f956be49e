using System;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>Holds the token, and gives its plain text only for the moment of a request or of scrubbing a text.</summary>
internal sealed class TokenSource
{
    private readonly SecureString? _token;

    /// <summary>Copies the token, so that the user may dispose of the original.</summary>
    public TokenSource(SecureString? token)
    {
        if (token is { Length: > 0 })
        {
            _token = token.Copy();
            _token.MakeReadOnly();
        }
    }

    /// <summary>Whether there is a token.</summary>
    public bool HasToken => _token is not null;

    /// <summary>The plain text; empty when there is no token.</summary>
    public string Reveal() => Reveal(_token);

    /// <summary>The plain text of a secret.</summary>
    public static string Reveal(SecureString? secret) =>
        secret is null ? string.Empty : new NetworkCredential(string.Empty, secret).Password;

    /// <summary>A key that names the token without holding it.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Reveal())));

    /// <summary>Nothing about the token.</summary>
    /// <returns>Whether there is one.</returns>
    public override string ToString() => HasToken ? "(token)" : "(no token)";
}
