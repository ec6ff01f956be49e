using System;
using System.Collections.Generic;
using System.Security;
using System.Text.Encodings.Web;

namespace CloudflareAiGateway.Client;

/// <summary>The last resort: takes the values of known secrets out of a text, wherever they came from.</summary>
internal sealed class Scrubber
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "(secret)";

    /// <summary>Shorter values would blank innocent words, and are no secrets worth the name.</summary>
    private const int ShortestSecret = 6;

    private readonly TokenSource _token;
    private readonly IReadOnlyList<SecureString> _secrets;

    /// <summary>Names the secrets.</summary>
    public Scrubber(TokenSource token, IReadOnlyList<SecureString> secrets)
    {
        _token = token;
        _secrets = secrets;
    }

    /// <summary>The text without any of the secrets.</summary>
    public string Scrub(string text)
    {
        if (text.Length < ShortestSecret)
        {
            return text;
        }

        text = Remove(text, _token.Reveal());
        foreach (SecureString secret in _secrets)
        {
            text = Remove(text, TokenSource.Reveal(secret));
        }

        return text;
    }

    private static string Remove(string text, string secret)
    {
        if (secret.Length < ShortestSecret)
        {
            return text;
        }

        // As it is, as it stands in an address, and as it stands in JSON: keys of some providers are JSON themselves.
        text = text.Replace(secret, Mask, StringComparison.Ordinal);
        text = RemoveEscaped(text, secret, Uri.EscapeDataString(secret));
        text = RemoveEscaped(text, secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret));
        return RemoveEscaped(text, secret, JavaScriptEncoder.Default.Encode(secret));
    }

    private static string RemoveEscaped(string text, string secret, string escaped) =>
        escaped == secret ? text : text.Replace(escaped, Mask, StringComparison.Ordinal);
}
