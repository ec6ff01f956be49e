using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>The shares of a split, which are the names of its outputs: <c>10%</c>.</summary>
internal static class RouteShare
{
    /// <summary>The most outputs that a split may have.</summary>
    public const int Most = 5;

    /// <summary>Reads a share.</summary>
    /// <returns>The percentage; null when the name is none.</returns>
    public static decimal? Read(string name)
    {
        string text = name.Trim();
        return text.EndsWith("%", StringComparison.Ordinal)
            && decimal.TryParse(text.Substring(0, text.Length - 1), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal share)
                ? share
                : null;
    }

    /// <summary>
    /// The name as it is written: <c>10</c>, <c>10 %</c> and <c>10.0%</c> are <c>10%</c>. Two equal shares can only be told apart by their
    /// spelling, so that stays; what is no number stays, too.
    /// </summary>
    /// <param name="name">The output's name.</param>
    /// <param name="all">All outputs of the split.</param>
    public static string Normalize(string name, IDictionary all)
    {
        string whole = WithSign(name);
        if (Read(whole) is not { } share)
        {
            return name;
        }

        int equals = 0;
        foreach (object other in all.Keys)
        {
            equals += Read(WithSign(Convert.ToString(other, CultureInfo.InvariantCulture)!)) == share ? 1 : 0;
        }

        return equals > 1 ? whole : Name(share);
    }

    /// <summary>
    /// Gives the output <c>else</c>, which only older descriptions have, the share that the others leave. It stays when they leave none,
    /// or when another output has that share already: names are unique.
    /// </summary>
    public static void ReplaceElse(OrderedDictionary outputs)
    {
        if (outputs[RouteOutputs.Else] is not { } target)
        {
            return;
        }

        decimal left = 100 - Sum(outputs);
        if (left <= 0 || outputs.Contains(Name(left)))
        {
            return;
        }

        var entries = new List<DictionaryEntry>();
        foreach (DictionaryEntry entry in outputs)
        {
            entries.Add(entry);
        }

        // In its place: the order is the user's.
        outputs.Clear();
        foreach (DictionaryEntry entry in entries)
        {
            bool isElse = string.Equals((string)entry.Key, RouteOutputs.Else, StringComparison.OrdinalIgnoreCase);
            outputs[isElse ? Name(left) : entry.Key] = isElse ? target : entry.Value;
        }
    }

    /// <summary>What the shares make together.</summary>
    public static decimal Sum(IDictionary outputs)
    {
        decimal sum = 0;
        foreach (object name in outputs.Keys)
        {
            sum += Read(Convert.ToString(name, CultureInfo.InvariantCulture)!) ?? 0;
        }

        return sum;
    }

    private static string WithSign(string name) => name.Trim().TrimEnd('%').TrimEnd() + "%";

    private static string Name(decimal share) => share.ToString("0.############", CultureInfo.InvariantCulture) + "%";
}
