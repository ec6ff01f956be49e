using System;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway;

/// <summary>The rule for paths below a provider: nothing that leads elsewhere, and none of the doublings that providers answer with a bare 404.</summary>
internal static class NativePath
{
    private const string Completions = "chat/completions";

    private static readonly Regex s_address = new(@"^[a-z][a-z0-9+.-]*://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex s_badEscape = new("%(?![0-9a-f]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What is wrong with a path.</summary>
    /// <param name="path">The path below the provider, with its query.</param>
    /// <param name="provider">The provider's slug.</param>
    /// <returns>One sentence; null when the path is good.</returns>
    public static string? Explain(string path, string provider)
    {
        string plain = path.Trim();
        if (s_address.IsMatch(plain) || plain.StartsWith("//", StringComparison.Ordinal))
        {
            return $"'{path}' is a whole address: give the path below the provider only, such as {Completions}.";
        }

        int question = plain.IndexOf('?');
        string way = (question < 0 ? plain : plain.Substring(0, question)).Trim('/');
        return way.Length == 0 ? "The path is empty."
            : way.IndexOf('\\') >= 0 || plain.IndexOf('#') >= 0 ? $"'{path}' holds a backslash or a '#', which no path of an API has."
            : s_badEscape.IsMatch(way) ? $"'{path}' holds a '%' that escapes nothing; a percent sign itself is written %25."
            : ExplainSegments(way.Split('/'), path) ?? ExplainDoubles(way, path, provider);
    }

    /// <summary>The path and its query, as they are sent.</summary>
    /// <returns>The path without slashes around it, and the query without its question mark, or null.</returns>
    public static (string Path, string? Query) Split(string path)
    {
        string plain = path.Trim();
        int question = plain.IndexOf('?');
        return question < 0 ? (plain.Trim('/'), null) : (plain.Substring(0, question).Trim('/'), plain.Substring(question + 1));
    }

    private static string? ExplainSegments(string[] segments, string path)
    {
        foreach (string segment in segments)
        {
            string plain = Uri.UnescapeDataString(segment);
            if (plain is "." or ".." || plain.IndexOf('/') >= 0 || plain.IndexOf('\\') >= 0)
            {
                return $"'{path}' climbs out of the provider's part of the gateway.";
            }

            if (plain.Trim().Length == 0)
            {
                return $"'{path}' has an empty segment.";
            }
        }

        return null;
    }

    private static string? ExplainDoubles(string way, string path, string provider)
    {
        int first = way.IndexOf(Completions, StringComparison.OrdinalIgnoreCase);
        if (first >= 0 && way.IndexOf(Completions, first + 1, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return $"'{path}' holds {Completions} twice.";
        }

        if (way.StartsWith(provider + "/", StringComparison.OrdinalIgnoreCase))
        {
            return $"'{path}' begins with the provider, which the gateway's path has already: leave '{provider}/' out.";
        }

        // The gateway's openai stands for https://api.openai.com/v1.
        return provider == "openai" && way.StartsWith("v1/", StringComparison.OrdinalIgnoreCase)
            ? $"'{path}' begins with v1, which the gateway's openai stands for already: leave 'v1/' out."
            : null;
    }
}
