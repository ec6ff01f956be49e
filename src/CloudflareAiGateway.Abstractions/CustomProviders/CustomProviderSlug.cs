using System;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>The rule for slugs of custom providers, checked before any call.</summary>
internal static class CustomProviderSlug
{
    /// <summary>What gateways put in front of a slug.</summary>
    public const string Prefix = "custom-";

    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "A slug has letters (a-z, A-Z), digits, underscores and hyphens only.";

    /// <summary>Whether the API would take the slug: <c>[a-zA-Z0-9_-]+</c>.</summary>
    public static bool IsValid(string slug)
    {
        foreach (char c in slug)
        {
            if (!IsLegal(c))
            {
                return false;
            }
        }

        return slug.Length > 0;
    }

    /// <summary>What is wrong with a slug, with a corrected proposal where there is one.</summary>
    /// <returns>One or two sentences; null when the slug is valid.</returns>
    public static string? Explain(string slug)
    {
        if (IsValid(slug))
        {
            return null;
        }

        string shown = slug.Length > 80 ? slug.Substring(0, 80) + "…" : slug;
        string problem = slug.Length == 0 ? "The slug is empty." : $"'{shown}' is not a valid slug.";
        string proposal = Propose(slug);
        return proposal.Length > 0 ? $"{problem} {Rule} Did you mean '{proposal}'?" : $"{problem} {Rule}";
    }

    /// <summary>The slug without the prefix that gateways put in front; the slug itself when it has none.</summary>
    public static string WithoutPrefix(string slug) =>
        slug.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? slug.Substring(Prefix.Length) : slug;

    /// <summary>Whether a text is a provider's id, and not its slug.</summary>
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);

    /// <summary>The nearest valid slug: every run of other characters made one hyphen.</summary>
    private static string Propose(string slug)
    {
        var text = new StringBuilder(slug.Length);
        foreach (char c in slug.Replace("%20", " "))
        {
            if (IsLegal(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[text.Length - 1] != '-')
            {
                text.Append('-');
            }
        }

        return text.ToString().Trim('-');
    }

    private static bool IsLegal(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
