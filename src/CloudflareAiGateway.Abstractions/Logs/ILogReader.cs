using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Walks the rows of a query so that none is lost and none comes twice while rows are added and evicted, and fetches ahead. Not
/// thread-safe; disposing of it ends what is under way.
/// </summary>
internal interface ILogReader : IDisposable
{
    /// <summary>How many rows there are in all, as the server said with the first page; a hint. Null before, or when it did not say.</summary>
    long? TotalCount { get; }

    /// <summary>How many rows came a second time and were dropped.</summary>
    long DuplicatesDropped { get; }

    /// <summary>How many requests were sent.</summary>
    long Calls { get; }

    /// <summary>The next rows, at least one; empty at the end.</summary>
    /// <param name="call">Where messages go, those of requests under way included, and when to stop.</param>
    Task<IReadOnlyList<AiGatewayLog>> ReadAsync(CallContext call);

    /// <summary>
    /// Says that the consumer is past the middle of what it got, so that more will be wanted: from then on pages are fetched ahead.
    /// Without it a consumer that stops early has cost one request.
    /// </summary>
    void FetchAhead();
}
