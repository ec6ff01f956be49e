using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Finds what was meant by a slip of the keyboard.</summary>
internal static class TextDistance
{
    /// <summary>The candidate that is nearest to a text and near enough to be meant: other case, or a letter in three changed, two at most.</summary>
    /// <returns>Null when none is near, or one is the text itself.</returns>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int best = Math.Min(2, text.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (candidate == text)
            {
                return null;
            }

            if (Math.Abs(candidate.Length - text.Length) >= best)
            {
                continue;
            }

            int distance = Between(text.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>How many letters have to be added, taken away, changed, or swapped with their neighbor.</summary>
    private static int Between(string from, string to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int change = from[i - 1] == to[j - 1] ? 0 : 1;
                int least = Math.Min(Math.Min(distances[i - 1, j] + 1, distances[i, j - 1] + 1), distances[i - 1, j - 1] + change);
                bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                distances[i, j] = swapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
            }
        }

        return distances[from.Length, to.Length];
    }
}
