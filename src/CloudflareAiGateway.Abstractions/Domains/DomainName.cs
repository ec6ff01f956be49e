using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace CloudflareAiGateway;

/// <summary>The rule for hostnames, checked before any call. Names of other scripts become what DNS has of them (Punycode).</summary>
internal static class DomainName
{
    private const int MaximumLength = 253;
    private const int MaximumLabel = 63;

    private static readonly IdnMapping s_mapping = new();

    /// <summary>Reads a hostname as the API wants it: lowercase, in Punycode, without a dot at its end.</summary>
    /// <param name="text">What the user gave.</param>
    /// <param name="hostname">The hostname; empty when there is a problem.</param>
    /// <param name="problem">What is wrong, with a proposal where there is one; null when nothing is.</param>
    /// <returns>Whether it is a hostname.</returns>
    public static bool TryRead(string text, out string hostname, out string? problem)
    {
        hostname = Normalize(text);
        problem = hostname.Length == 0 ? Explain(text) : null;
        return problem is null;
    }

    private static string Explain(string text)
    {
        string shown = text.Length > 80 ? text.Substring(0, 80) + "…" : text;
        string problem = string.IsNullOrWhiteSpace(text) ? "The hostname is empty."
            : IPAddress.TryParse(text.Trim().Trim('[', ']'), out _) ? $"'{shown}' is an address, not a hostname."
            : text.IndexOf('*') >= 0 ? $"'{shown}' has a wildcard; each hostname has to be added by itself."
            : $"'{shown}' is not a hostname.";
        string proposal = Propose(text);
        return proposal.Length > 0
            ? $"{problem} Did you mean '{proposal}'?"
            : $"{problem} A hostname has letters, digits and hyphens in parts joined by dots, such as ai.example.com.";
    }

    /// <summary>The hostname in an address that was given in its place.</summary>
    private static string Propose(string text)
    {
        string address = text.Trim();
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        address = scheme < 0 ? address : address.Substring(scheme + 3);
        address = address.Split('/', '?', '#')[0];
        address = address.Substring(address.LastIndexOf('@') + 1).Split(':')[0];
        return Normalize(address.Replace("*.", string.Empty).Replace(' ', '-').Replace('_', '-'));
    }

    private static string Normalize(string text)
    {
        string plain = text.Trim();
        plain = plain.EndsWith(".", StringComparison.Ordinal) ? plain.Substring(0, plain.Length - 1) : plain;
        string ascii = ToAscii(plain);
        string[] labels = ascii.Split('.');
        return ascii.Length <= MaximumLength && labels.Length > 1 && labels.All(IsLabel) && !labels[labels.Length - 1].All(IsDigit) ? ascii : string.Empty;
    }

    private static string ToAscii(string text)
    {
        try
        {
            return text.Length == 0 ? text : s_mapping.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // An empty part, one that is too long, or characters that no name may have.
            return string.Empty;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaximumLabel && label[0] != '-' && label[label.Length - 1] != '-' && label.All(c => c is (>= 'a' and <= 'z') or '-' || IsDigit(c));

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
