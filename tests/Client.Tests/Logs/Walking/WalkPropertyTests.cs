using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class WalkPropertyTests
{
    public static TheoryData<bool, int> Walks => new() { { true, 1 }, { true, 4 }, { false, 1 }, { false, 4 } };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task No_row_is_lost_and_none_comes_twice(bool descending, int throttleLimit)
    {
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            int pageSize = random.Next(1, 12);
            var log = new LiveLog(seed, random.Next(0, 300), random.Next(2) == 0 ? 3 : pageSize * 4)
            {
                Inserts = random.Next(2) == 0 && pageSize > 5,
                Evicts = random.Next(2) == 0,
                HasWrongTotals = random.Next(2) == 0,
                HasShortPages = random.Next(3) == 0,
                Repeats = random.Next(3) == 0,
            };
            HashSet<string> before = [.. log.Ids];
            var query = new LogQuery { Descending = descending };
            using var reader = new LogReader(log.PageAsync, query, pageSize, throttleLimit);
            var given = new List<AiGatewayLog>();
            while (await reader.ReadAsync(new CallContext(new RecordingSink(), CancellationToken.None)) is { Count: > 0 } rows)
            {
                given.AddRange(rows);
                reader.FetchAhead();
                Assert.True(reader.Calls < 10_000, $"seed {seed}: no end");
            }

            Verify(seed, pageSize, log, before, given, descending);
        }
    }

    private static void Verify(int seed, int pageSize, LiveLog log, HashSet<string> before, List<AiGatewayLog> given, bool descending)
    {
        HashSet<string> ids = [.. given.Select(row => row.Id)];
        Assert.True(ids.Count == given.Count, $"seed {seed}: {given.Count - ids.Count} rows came twice");
        List<string> lost = [.. log.Rows
            .Where(row => before.Contains(row.Id) && !(log.HasShortPages && LiveLog.IsHidden(row)) && !ids.Contains(row.Id))
            .Select(row => row.Id)];
        Assert.True(lost.Count == 0, $"seed {seed} {pageSize} {log.Inserts} {log.Evicts} {log.HasWrongTotals} {log.HasShortPages} {log.Repeats} calls {log.Requests}: lost {string.Join(", ", lost)}");

        // A row that moved while a page was repeated comes late; without that the order is the server's.
        if (!log.Repeats && !log.Evicts)
        {
            List<DateTimeOffset> times = given.ConvertAll(row => row.CreatedAt);
            List<DateTimeOffset> sorted = descending ? [.. times.OrderDescending()] : [.. times.Order()];
            Assert.True(times.SequenceEqual(sorted), $"seed {seed}: out of order");
        }
    }
}
