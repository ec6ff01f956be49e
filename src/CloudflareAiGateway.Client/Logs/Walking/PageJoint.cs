using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Sees that no row is missing between what was read before and a page, and goes back where that is not certain.</summary>
/// <param name="window">The time that is asked for.</param>
/// <param name="place">Where the walk is.</param>
/// <param name="known">The rows that were given and can come again.</param>
/// <param name="rereading">What was seen of a page that is asked for again.</param>
/// <param name="evidence">What speaks for the end.</param>
/// <param name="patience">Counts what leads nowhere.</param>
internal sealed class PageJoint(WalkWindow window, PagePlace place, KnownRows known, Rereading rereading, EndEvidence evidence, WalkPatience patience)
{
    /// <summary>Whether no row can be missing between what was read before and a page. If not, decides what to ask instead.</summary>
    public bool Joins(IReadOnlyList<AiGatewayLog> rows, PageContent content)
    {
        if (content.IsLinked || known.Count == 0 || (place.IsTop && rows.Count == 0))
        {
            return true;
        }

        // From the top of the bound on nothing is missed, whatever became of the rows that were read; but is this the top?
        if (place.IsTop && (place.GivesUp || rereading.BeginsAlike(rows)))
        {
            return true;
        }

        patience.AddBarren(known.Count / place.Choice.Size);
        if (rows.Count == 0 && place.HasSeenRows && rereading.DoubtsEmpty())
        {
            return false;
        }

        if (!place.IsTop)
        {
            GoBack(rows.Count > 0);
        }

        return false;
    }

    private void GoBack(bool hasRows)
    {
        bool wasBeyond = place.GoBack(hasRows);
        rereading.Reset();
        if (hasRows)
        {
            // There are rows behind, so that this is not the end, whatever else is found.
            evidence.Catch();
        }
        else if (wasBeyond)
        {
            evidence.AddNothing(!window.EndsAfter(known.Furthest));
        }
        else
        {
            evidence.Doubt();
        }
    }
}
