using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The ids of the last pages.</summary>
internal sealed class RecentIds
{
    private readonly int _pages;
    private readonly Queue<IReadOnlyList<string>> _byPage = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Makes an empty memory.</summary>
    /// <param name="pages">How many pages are remembered; null for all.</param>
    public RecentIds(int? pages) => _pages = pages ?? int.MaxValue;

    /// <summary>Remembers a page's ids.</summary>
    /// <returns>The rows whose ids were not remembered, in order.</returns>
    public IReadOnlyList<AiGatewayLog> Add(IReadOnlyList<AiGatewayLog> rows)
    {
        var fresh = new List<AiGatewayLog>(rows.Count);
        foreach (AiGatewayLog row in rows)
        {
            if (_ids.Add(row.Id))
            {
                fresh.Add(row);
            }
        }

        // Without a limit the queue would hold every id a second time for nothing.
        if (_pages < int.MaxValue && fresh.Count > 0)
        {
            _byPage.Enqueue(fresh.ConvertAll(row => row.Id));
            if (_byPage.Count > _pages)
            {
                _ids.ExceptWith(_byPage.Dequeue());
            }
        }

        return fresh;
    }
}
