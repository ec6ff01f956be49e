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
    /// <summary>Freezes the window with one request: it ends behind the newest row, or where the query ends.</summary>
    public static async Task<ExportWindow> FreezeAsync(LogPageSource source, LogQuery query, TimeProvider clock, CallContext call)
    {
        ResultPage<AiGatewayLog> newest = await source(query.ByTime(descending: true), 1, 1, call).ConfigureAwait(false);
        DateTimeOffset until = newest.Items.Count > 0 ? newest.Latest() + LogBounds.Step : LogBounds.Floor(clock.GetUtcNow());
        foreach (AiGatewayLogFilter filter in query.Filters)
        {
            if (filter is { Key: LogFilterKey.CreatedAt, Operator: LogFilterOperator.Lt } && filter.Value.Select(Time).Min() is DateTimeOffset before)
            {
                until = before < until ? before : until;
            }
        }

        return new ExportWindow(until, newest.TotalCount);
    }

    private static DateTimeOffset? Time(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => null,
    };
}
