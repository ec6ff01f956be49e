using System;

namespace CloudflareAiGateway.Client;

/// <summary>Puts bounds on the time of a query's rows. Walks count in milliseconds, the API's own precision.</summary>
internal static class LogBounds
{
    /// <summary>One step of the API's clock.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>The millisecond that a time lies in.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time)
    {
        DateTimeOffset utc = time.ToUniversalTime();
        return new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    /// <summary>The query with one more condition on the time.</summary>
    /// <param name="query">The query; it stays as it is.</param>
    /// <param name="comparison">Lt or Gt.</param>
    /// <param name="time">The bound.</param>
    public static LogQuery Bound(this LogQuery query, LogFilterOperator comparison, DateTimeOffset time) => new()
    {
        AccountId = query.AccountId,
        Gateway = query.Gateway,
        Filters = [.. query.Filters, new AiGatewayLogFilter { Key = LogFilterKey.CreatedAt, Operator = comparison, Value = [time] }],
        Search = query.Search,
        OrderBy = query.OrderBy,
        Descending = query.Descending,
    };

    /// <summary>The query in another direction, by time.</summary>
    public static LogQuery ByTime(this LogQuery query, bool descending) => new()
    {
        AccountId = query.AccountId,
        Gateway = query.Gateway,
        Filters = [.. query.Filters],
        Search = query.Search,
        OrderBy = LogOrder.CreatedAt,
        Descending = descending,
    };
}
