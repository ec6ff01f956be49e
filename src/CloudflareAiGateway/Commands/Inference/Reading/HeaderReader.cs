using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Reads headers. Those that carry credentials are refused as plain text, and those that the client makes itself altogether.</summary>
internal sealed class HeaderReader
{
    private static readonly HashSet<string> s_secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "x-api-key", "api-key", "x-goog-api-key", "xi-api-key", "cf-aig-authorization", "Proxy-Authorization", "Cookie",
        "X-Auth-Key", "X-Amz-Security-Token", "cf-access-token", "cf-access-client-secret",
    };

    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Content-Type", "User-Agent", "Accept", "Accept-Encoding",
    };

    private HeaderReader(IReadOnlyList<KeyValuePair<string, string>> plain, IReadOnlyList<KeyValuePair<string, SecureString>> secret)
    {
        Plain = plain;
        Secret = secret;
    }

    /// <summary>Headers that may be seen.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Plain { get; }

    /// <summary>Headers that may not.</summary>
    public IReadOnlyList<KeyValuePair<string, SecureString>> Secret { get; }

    /// <summary>Whether a header of that name carries a credential.</summary>
    public static bool IsSecret(string name) => s_secret.Contains(name);

    /// <summary>Reads them.</summary>
    /// <exception cref="AiGatewayException">InvalidHeader.</exception>
    public static HeaderReader Read(IDictionary? headers)
    {
        var plain = new List<KeyValuePair<string, string>>();
        var secret = new List<KeyValuePair<string, SecureString>>();
        foreach (DictionaryEntry header in headers ?? new Hashtable())
        {
            string name = Convert.ToString(header.Key, CultureInfo.InvariantCulture)!;
            object? value = LooseMembers.Unwrap(header.Value);
            Check(name);
            switch (value)
            {
                case SecureString hidden:
                    secret.Add(new KeyValuePair<string, SecureString>(name, hidden));
                    break;
                case PSCredential credential:
                    secret.Add(new KeyValuePair<string, SecureString>(name, credential.Password));
                    break;
                case null:
                    throw Refuse($"The header '{name}' is null.");
                default:
                    plain.Add(new KeyValuePair<string, string>(name, Text(name, value)));
                    break;
            }
        }

        return new HeaderReader(plain, secret);
    }

    private static string Text(string name, object value)
    {
        if (IsSecret(name))
        {
            throw Refuse(
                $"The header '{name}' carries a credential as plain text, which ends up in history and transcripts.",
                "Use -ProviderKey for the provider's key, -RunToken for the gateway's token, or give the header's value as SecureString.");
        }

        string text = value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.Any(c => c is < ' ' or > '~') ? throw Refuse($"The header '{name}' has a line break or a character outside of ASCII in it.") : text;
    }

    private static void Check(string name)
    {
        if (name.Length == 0 || !name.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0))
        {
            throw Refuse($"'{name}' is no name of a header.");
        }

        if (s_own.Contains(name))
        {
            throw Refuse($"The header '{name}' is made by the command itself.", string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase) ? "Use -ContentType." : null);
        }
    }

    private static AiGatewayException Refuse(string message, string? action = null) => InputProblem.Of(AiGatewayErrorReason.InvalidHeader, message, action);
}
