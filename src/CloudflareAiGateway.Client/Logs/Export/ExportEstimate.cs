using System;

namespace CloudflareAiGateway.Client;

/// <summary>What is left of an export, at the least.</summary>
internal static class ExportEstimate
{
    // The API allows 1,200 calls in 300 seconds; the client keeps a reserve of 5 % for others, and then gets four calls a second.
    private const long FreeCalls = 1140;
    private const double CallsPerSecond = 4;

    /// <summary>The calls for a number of rows.</summary>
    public static long Calls(long rows, int pageSize, bool includePayload) =>
        ((rows + pageSize - 1) / pageSize) + (includePayload ? 2 * rows : 0);

    /// <summary>The time for calls under the quota.</summary>
    /// <param name="calls">The calls to come.</param>
    /// <param name="done">The calls that this run made.</param>
    public static TimeSpan Time(long calls, long done)
    {
        long free = Math.Max(0, FreeCalls - done);
        return TimeSpan.FromSeconds(Math.Max(0, calls - free) / CallsPerSecond);
    }
}
