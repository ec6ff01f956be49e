using System;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Finds the time of the newest row, where a walk ends that would otherwise follow new rows for ever. One request, unless its answer
/// looks wrong.
/// </summary>
internal sealed class WindowEnd
{
    private const int MostAnswers = 4;

    private readonly LogQuery _newestFirst;
    private int _answers;

    /// <summary>Begins to look.</summary>
    /// <param name="query">Which rows.</param>
    public WindowEnd(LogQuery query) => _newestFirst = query.ByTime(descending: true);

    /// <summary>What to ask.</summary>
    public LogRequest Request => new(_newestFirst, 1, 1);

    /// <summary>The newest time seen; null without rows.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <summary>How many rows the service counts; null when it does not say.</summary>
    public long? Count { get; private set; }

    /// <summary>Takes an answer.</summary>
    /// <param name="page">The answer.</param>
    /// <param name="known">The newest time that is known from elsewhere; null for none.</param>
    /// <returns>Whether this is settled; otherwise the same is to be asked again.</returns>
    public bool Accept(ResultPage<AiGatewayLog> page, DateTimeOffset? known)
    {
        Count = page.TotalCount;
        foreach (AiGatewayLog row in page.Items)
        {
            Newest = row.CreatedAt > Newest || Newest is null ? row.CreatedAt : Newest;
        }

        // An old answer served again has other rows than the one asked for, or one that is known already; an empty one may be wrong, too.
        bool isNew = page.Items.Count == 1 && (known is null || page.Items[0].CreatedAt > known);
        bool isAgain = ++_answers > 1 && page.Items.Count < 2 && (Newest is not null || _answers > 2);
        Newest = Newest is null || known > Newest ? known : Newest;
        return isNew || isAgain || _answers >= MostAnswers;
    }
}
