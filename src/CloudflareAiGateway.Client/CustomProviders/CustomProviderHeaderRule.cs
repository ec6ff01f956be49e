using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The rule for a provider's headers, checked before any call. Its messages hold no value.</summary>
internal static class CustomProviderHeaderRule
{
    private const string Marks = "!#$%&'*+-.^_`|~";

    /// <summary>What is wrong with headers.</summary>
    /// <returns>One sentence; null when they are good.</returns>
    public static string? Explain(CustomProviderHeaders headers)
    {
        foreach (KeyValuePair<string, SecureString> header in headers)
        {
            if (!IsName(header.Key))
            {
                return $"'{header.Key}' is not the name of a header: it has letters, digits and hyphens, and no spaces or colons.";
            }

            if (HasControl(TokenSource.Reveal(header.Value)))
            {
                return $"The value of header '{header.Key}' has a line break or another control character.";
            }
        }

        var written = (JsonObject)new SettingsWriter().Write(new Dictionary<string, object?> { ["headers"] = headers })["headers"]!;
        int length = CustomProviderDocument.Text(written).Length;
        return length <= CustomProviderDocument.LongestHeaders
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The headers have {length} characters as JSON; the API takes {CustomProviderDocument.LongestHeaders} at most.");
    }

    private static bool IsName(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !Marks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static bool HasControl(string value)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c) && c != '\t')
            {
                return true;
            }
        }

        return false;
    }
}
