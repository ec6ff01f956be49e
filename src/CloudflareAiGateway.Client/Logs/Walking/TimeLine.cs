using System;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Counts time along a walk in milliseconds, the API's own precision: the greater the mark of a row, the later a walk comes to it,
/// whichever way it goes.
/// </summary>
/// <param name="descending">Whether the walk goes from the newest row to the oldest.</param>
internal readonly struct TimeLine(bool descending)
{
    /// <summary>The mark of a row's time.</summary>
    public long Mark(AiGatewayLog row) => Mark(row.CreatedAt);

    /// <summary>The mark of a time.</summary>
    public long Mark(DateTimeOffset time) => descending ? -time.ToUnixTimeMilliseconds() : time.ToUnixTimeMilliseconds();

    /// <summary>The time of a mark.</summary>
    public DateTimeOffset Time(long mark) => DateTimeOffset.FromUnixTimeMilliseconds(descending ? -mark : mark);

    /// <summary>The rows of a query from a mark on, itself included.</summary>
    public LogQuery From(LogQuery query, long mark) => descending
        ? query.Bound(LogFilterOperator.Lt, Time(mark) + LogBounds.Step)
        : query.Bound(LogFilterOperator.Gt, Time(mark) - LogBounds.Step);
}
