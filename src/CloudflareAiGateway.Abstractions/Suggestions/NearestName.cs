using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// "Did you mean": the name that is nearest to what was typed, counting letters left out, put in, changed and swapped. Only a name that
/// is near enough to be a slip is offered: a wild guess would be worse than none.
/// </summary>
internal static class NearestName
{
    /// <summary>Finds the nearest name.</summary>
    /// <param name="typed">What was typed; case does not matter.</param>
    /// <param name="names">The names that exist.</param>
    /// <returns>The nearest name; the first of equally near ones; null when none is near, or one is what was typed.</returns>
    public static string? Find(string typed, IEnumerable<string> names)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string name in names)
        {
            if (name == typed)
            {
                return null;
            }

            int distance = Distance(typed.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < bestDistance && distance <= Allowed(typed, name))
            {
                best = name;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>One slip in a short name, up to a third of a long one; a beginning of three letters and more always counts.</summary>
    private static int Allowed(string typed, string name)
    {
        bool begun = typed.Length >= 3 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        return begun ? int.MaxValue - 1 : Math.Max(1, Math.Min(typed.Length, name.Length) / 3);
    }

    /// <summary>The optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int distance = Math.Min(change, Math.Min(last[j], current[j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                current[j] = swapped ? Math.Min(distance, beforeLast[j - 2] + 1) : distance;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
