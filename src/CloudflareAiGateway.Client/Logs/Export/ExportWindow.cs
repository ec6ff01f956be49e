using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>The time that an export covers, and how many rows the server counts in it.</summary>
/// <param name="Until">The end; rows of that moment are not exported.</param>
/// <param name="ExpectedRows">The rows counted; null when the server did not say.</param>
internal sealed record ExportWindow(DateTimeOffset Until, long? ExpectedRows)
{
    /// <summary>Freezes the window, mostly with one request: it ends behind the newest row, or where the query ends.</summary>
    /// <param name="source">Fetches pages.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="progress">Counts the requests.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    public static async Task<ExportWindow> FreezeAsync(LogPageSource source, LogQuery query, TimeProvider clock, ExportProgress progress, CallContext call)
    {
        var end = new WindowEnd(query);
        LogRequest request = end.Request;
        ResultPage<AiGatewayLog> page;
        do
        {
            progress.Calls++;
            page = await source(request.Query, request.Page, request.Size, call).ConfigureAwait(false);
        }
        while (!end.Accept(page, known: null));

        DateTimeOffset until = end.Newest is DateTimeOffset newest ? LogBounds.Floor(newest) + LogBounds.Step : LogBounds.Floor(clock.GetUtcNow());
        foreach (AiGatewayLogFilter filter in query.Filters)
        {
            if (filter is { Key: LogFilterKey.CreatedAt, Operator: LogFilterOperator.Lt } && filter.Value.Select(Time).Min() is DateTimeOffset before)
            {
                until = before < until ? before : until;
            }
        }

        return new ExportWindow(until, end.Count);
    }

    private static DateTimeOffset? Time(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => null,
    };
}
