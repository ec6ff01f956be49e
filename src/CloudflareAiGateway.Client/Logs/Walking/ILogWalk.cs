using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Decides which page to ask for next, and which of its rows are new. Sends nothing itself.</summary>
internal interface ILogWalk
{
    /// <summary>Rows that came again unexpectedly and were dropped.</summary>
    long DuplicatesDropped { get; }

    /// <summary>A request that will be needed.</summary>
    /// <param name="ahead">0 for the next one, 1 for the one after it, and so on.</param>
    /// <returns>Null at the end, or when it cannot be told or is not likely to be needed before earlier answers are in.</returns>
    LogRequest? Next(int ahead = 0);

    /// <summary>Takes the answer to <see cref="Next"/>.</summary>
    /// <returns>Its new rows, in order; none does not mean the end.</returns>
    IReadOnlyList<AiGatewayLog> Accept(ResultPage<AiGatewayLog> page);
}
