using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Walks the rows of a query so that none is lost and none comes twice while rows come and go, and fetches ahead. Not thread-safe;
/// disposing of it ends what is under way.
/// </summary>
/// <remarks>
/// The guarantee, for rows in the order of their time: every row that is there when the walk begins and still there when it ends is given
/// exactly once; one that comes or goes meanwhile is given once or not at all; what is given is in the order of time. The window begins
/// with the first row of the first answer and, oldest first, ends with the newest row at that time. It holds while rows are added,
/// logged late with older times, deleted anywhere and evicted, however many share a time, with any number of requests under way and
/// answers in any order; and while the service's counts are wrong and now and then a page ends early, lacks rows, is empty, or is that of
/// another request, as long as it does not give the same wrong answer to a question each time that it is asked. The rows that only
/// the second look at a first page shows come after those of the first look. In other orders the same holds as long as the service
/// keeps rows that are equal in that order in the same places from one request to the next.
/// </remarks>
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
