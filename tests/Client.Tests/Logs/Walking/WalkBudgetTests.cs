using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>How many requests a walk through a quiet log takes. What noise costs is in <see cref="WalkRun"/>.</summary>
public class WalkBudgetTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_quiet_log_costs_a_page_for_each_49_rows_and_a_few_to_believe_the_end(bool descending)
    {
        for (int rows = 0; rows < 400; rows += rows < 110 ? 1 : 37)
        {
            var log = new LiveLog(rows, rows, 1);
            using var reader = new LogReader(log.PageAsync, new LogQuery { Descending = descending }, 50, 1, new LogWalkOptions { ShowsFirstPage = true });
            Assert.Equal(rows, (await WalkRun.ReadAsync(log, reader, int.MaxValue)).Count);

            // Each page shows the last row of the one before. Oldest first, the newest row is asked for, too, twice where it may be the only one.
            int most = (int)Math.Ceiling(rows / 49.0) + (descending ? 3 : 5);
            Assert.True(log.Requests <= most, $"{log.Requests} requests for {rows} rows");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Four_at_once_cost_little_more(bool descending)
    {
        var log = new LiveLog(1, 20_000, 3) { TakesTime = true };
        using var reader = new LogReader(log.PageAsync, new LogQuery { Descending = descending }, 50, 4, new LogWalkOptions { ShowsFirstPage = true });
        Assert.Equal(log.Ids.Count, (await WalkRun.ReadAsync(log, reader, int.MaxValue)).Count);
        Assert.InRange(log.Requests, 0, (20_000 / 49 * 1.12) + 20);
    }

    [Fact]
    public async Task Few_rows_of_many_cost_as_many_requests_as_they_need()
    {
        var log = new LiveLog(1, 2_000, 1);
        using var reader = new LogReader(log.PageAsync, new LogQuery(), 50, 1, new LogWalkOptions { Wanted = 3, ShowsFirstPage = true });
        Assert.Equal(3, (await reader.ReadAsync(ExportRun.Call)).Count);
        Assert.Equal(1, log.Requests);
        List<AiGatewayLog> more = await WalkRun.ReadAsync(log, reader, 140);
        Assert.Equal(147, more.Count);
        Assert.Equal(4, log.Requests);
        Assert.Equal(log.Rows.Reverse().Skip(3).Take(147).Select(row => row.Id), more.Select(row => row.Id));
    }

    [Fact]
    public async Task More_rows_of_one_time_than_a_page_cost_a_fifth_more()
    {
        var log = new LiveLog(1, 1, 1);
        using var reader = new LogReader(log.PageAsync, new LogQuery(), 50, 1, new LogWalkOptions { ShowsFirstPage = true });
        log.AddNew(1_000);
        Assert.Equal(1_001, (await WalkRun.ReadAsync(log, reader, int.MaxValue)).Count);
        Assert.InRange(log.Requests, 20, 30);
    }
}
