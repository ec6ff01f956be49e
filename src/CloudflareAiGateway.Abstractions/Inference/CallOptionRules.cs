using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>
/// The limits of what a call may ask of the gateway. They are checked here because the service passes over much of what breaks them:
/// metadata with a nested value is dropped whole, a sixth entry is dropped alone, and nobody is told.
/// </summary>
internal static class CallOptionRules
{
    /// <summary>Metadata entries that the gateway keeps.</summary>
    public const int MostMetadata = 5;

    private const int ShortestTtl = 60;
    private const int OneMonth = 31 * 24 * 60 * 60;
    private const int LongestText = 1024;

    /// <summary>The first rule that the options break on a surface.</summary>
    /// <returns>One sentence; null when they break none.</returns>
    public static string? Explain(CallOptions options, InferenceSurface surface) =>
        ExplainCache(options) ?? ExplainMetadata(options.Metadata) ?? ExplainAttempts(options, surface) ?? ExplainCost(options.CustomCost)
        ?? (options.EventId is { } id ? ExplainText(id, "EventId") : null);

    private static string? ExplainCache(CallOptions options)
    {
        if (options.CacheTtl is { } ttl && ttl != 0 && (ttl < ShortestTtl || ttl > OneMonth))
        {
            return Invariant($"CacheTtl {ttl} is out of range: from {ShortestTtl} to {OneMonth} seconds (one month), or 0 for no caching.");
        }

        if (options.SkipCache && (options.CacheTtl > 0 || options.CacheKey is not null))
        {
            return "SkipCache passes the cache by; it cannot go with CacheTtl or CacheKey.";
        }

        return options.CacheKey is { } key ? ExplainText(key, "CacheKey") : null;
    }

    private static string? ExplainMetadata(IReadOnlyDictionary<string, object?>? metadata)
    {
        if (metadata is null)
        {
            return null;
        }

        if (metadata.Count > MostMetadata)
        {
            return Invariant($"Metadata has {metadata.Count} entries; the gateway keeps {MostMetadata} and drops the others in silence.");
        }

        foreach (KeyValuePair<string, object?> entry in metadata)
        {
            if (string.IsNullOrWhiteSpace(entry.Key))
            {
                return "Metadata has an entry without a name.";
            }

            if (entry.Key.StartsWith("cf.", StringComparison.OrdinalIgnoreCase))
            {
                return $"Metadata '{entry.Key}': names that begin with cf. are the service's own, and stripped.";
            }

            if (entry.Value is null or IDictionary or (IEnumerable and not string) || !IsFlat(entry.Value))
            {
                string kind = entry.Value is null ? "null" : entry.Value is IEnumerable ? "nested" : $"a {entry.Value.GetType().Name}";
                return $"Metadata '{entry.Key}' is {kind}; values are texts, numbers or flags. One other value makes the gateway drop all of them in silence.";
            }
        }

        return null;
    }

    private static bool IsFlat(object value) =>
        value is string or bool or char or Guid or Uri or Enum or DateTime or DateTimeOffset
        || (value is IConvertible number && number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal
            && !(value is double real && (double.IsNaN(real) || double.IsInfinity(real)))
            && !(value is float single && (float.IsNaN(single) || float.IsInfinity(single))));

    private static string? ExplainAttempts(CallOptions options, InferenceSurface surface)
    {
        // The pages of the two hosts name different limits.
        int longest = surface is InferenceSurface.Rest ? 60_000 : 5_000;
        if (options.MaxAttempts is < 1 or > 5)
        {
            return Invariant($"MaxAttempts {options.MaxAttempts} is out of range: from 1 to 5.");
        }

        if (options.RetryDelay is { } delay && (delay < 0 || delay > longest))
        {
            return Invariant($"RetryDelay {delay} is out of range: from 0 to {longest} milliseconds on the surface {surface}.");
        }

        if (options.Backoff is RetryBackoff.Unknown)
        {
            return "Backoff cannot be Unknown: it takes Constant, Linear or Exponential.";
        }

        return options.RequestTimeout is < 1 ? Invariant($"RequestTimeout {options.RequestTimeout} is out of range: at least 1 millisecond.") : null;
    }

    private static string? ExplainCost(CallCost? cost)
    {
        if (cost is null)
        {
            return null;
        }

        decimal?[] prices = { cost.PerTokenIn, cost.PerTokenOut, cost.PerCacheReadToken, cost.PerCacheWriteToken, cost.TotalCost };
        return prices.All(p => p is null) ? "CustomCost names no price: give PerTokenIn and PerTokenOut, or TotalCost."
            : prices.Any(p => p < 0) ? "CustomCost cannot be negative."
            : cost.TotalCost is not null && prices.Count(p => p is not null) > 1 ? "CustomCost takes TotalCost or prices per token, not both."
            : cost.TotalCost is null && (cost.PerTokenIn is null || cost.PerTokenOut is null) ? "CustomCost needs PerTokenIn and PerTokenOut together."
            : null;
    }

    /// <summary>What is wrong with a text as the value of a header.</summary>
    /// <returns>One sentence; null when nothing is wrong.</returns>
    public static string? ExplainText(string text, string name) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} is empty."
        : text.Length > LongestText ? Invariant($"{name} has {text.Length} characters; {LongestText} are the most.")
        : text.Any(c => c is < ' ' or > '~') ? $"{name} has a line break or a character outside of ASCII in it, which no header carries."
        : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
