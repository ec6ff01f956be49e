using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>What a page has to say to a walk.</summary>
/// <param name="Fresh">The rows that are not known, in order.</param>
/// <param name="IsLinked">Whether one of its rows is known for good: then no row was missed between what was read before and this page.</param>
internal readonly record struct PageContent(List<AiGatewayLog> Fresh, bool IsLinked)
{
    /// <summary>Looks through a page.</summary>
    /// <param name="rows">The page.</param>
    /// <param name="known">The rows that were given and can come again.</param>
    /// <param name="window">What was asked for.</param>
    public static PageContent Of(IReadOnlyList<AiGatewayLog> rows, KnownRows known, WalkWindow window)
    {
        var fresh = new List<AiGatewayLog>(rows.Count);
        bool isLinked = false;
        for (int i = 0; i < rows.Count; i++)
        {
            if (window.IsBefore(rows[i]))
            {
                isLinked = true;
            }
            else if (!known.Contains(rows[i].Id))
            {
                fresh.Add(rows[i]);
            }
            else if (!isLinked && known.IsFirm(rows[i].Id))
            {
                isLinked = true;
                if (!window.IsByTime)
                {
                    // What stands before the first known row may have been given and forgotten.
                    fresh.Clear();
                }
            }
        }

        return new PageContent(fresh, isLinked);
    }
}
