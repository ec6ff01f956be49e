using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Holds what a walk gave against its guarantee.</summary>
internal static class WalkCheck
{
    /// <summary>What is wrong; nothing when all is right.</summary>
    /// <param name="log">The log at the walk's end.</param>
    /// <param name="before">The ids at its start.</param>
    /// <param name="given">What it gave: ids and times.</param>
    /// <param name="query">What was asked for.</param>
    public static IEnumerable<string> Problems(LiveLog log, HashSet<string> before, IReadOnlyList<AiGatewayLog> given, LogQuery query)
    {
        HashSet<string> ids = [.. given.Select(row => row.Id)];
        if (ids.Count < given.Count)
        {
            yield return $"{given.Count - ids.Count} twice";
        }

        List<string> lost = [.. log.Ids.Where(id => before.Contains(id) && !ids.Contains(id))];
        if (lost.Count > 0)
        {
            yield return $"lost {lost.Count} of {before.Count}: {string.Join(' ', lost.Take(3))}";
        }

        // What only a second look at the first page shows comes after what the first look showed.
        if (log.BeganWhole && query.OrderBy is LogOrder.CreatedAt && !IsSorted(given, query.Descending))
        {
            yield return "out of order";
        }
    }

    private static bool IsSorted(IReadOnlyList<AiGatewayLog> rows, bool descending)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            int change = LogBounds.Floor(rows[i].CreatedAt).CompareTo(LogBounds.Floor(rows[i - 1].CreatedAt));
            if (descending ? change > 0 : change < 0)
            {
                return false;
            }
        }

        return true;
    }
}
