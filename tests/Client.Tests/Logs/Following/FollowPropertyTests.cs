using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class FollowPropertyTests
{
    [Fact]
    public async Task New_rows_come_once_each_and_late_ones_too()
    {
        List<string> failures = await WalkRun.ManyAsync(WalkRun.Seeds, FollowAsync);
        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(8))}");
    }

    [Fact]
    public async Task A_look_without_news_costs_one_request()
    {
        var log = new LiveLog(1, 20, 3);
        using var follower = new LogFollower(log.PageAsync, new LogQuery(), 50);
        Assert.Empty(await follower.ReadAsync(ExportRun.Call));
        for (int looks = 0; looks < 20; looks++)
        {
            int before = log.Requests;
            Assert.Empty(await follower.ReadAsync(ExportRun.Call));
            Assert.Equal(1, log.Requests - before);
        }
    }

    [Fact]
    public async Task Everything_in_a_log_that_was_empty_is_new()
    {
        var log = new LiveLog(1, 0, 1, new LiveTrouble { Inserts = true });
        using var follower = new LogFollower(log.PageAsync, new LogQuery(), 50);
        var given = new List<AiGatewayLog>();
        for (int looks = 0; looks < 30; looks++)
        {
            given.AddRange(await follower.ReadAsync(ExportRun.Call));
        }

        Assert.NotEmpty(given);
        Assert.Equal(given.Select(row => row.Id), given.Select(row => row.Id).Distinct());
    }

    private static async Task<IEnumerable<string>> FollowAsync(int seed)
    {
        var random = new Random(seed);

        // Looks end at pages that are not even half full; a service that hides so many rows for good would end each at the same place.
        LiveTrouble trouble = LiveTrouble.Some(random) with { Inserts = true, Hides = false };
        var log = new LiveLog(seed, random.Next(0, 200), random.Next(2) == 0 ? 3 : 60, trouble);
        using var follower = new LogFollower(log.PageAsync, new LogQuery(), random.Next(2) == 0 ? 50 : 10);
        HashSet<string> older = log.Ids;
        await follower.ReadAsync(ExportRun.Call);
        HashSet<string> old = log.Ids;
        var given = new List<AiGatewayLog>();
        for (int reads = 0, calmLooks = 0; calmLooks < 14; reads++)
        {
            // Calm long enough for two of the deepest looks.
            log.IsCalm = reads > 80;
            IReadOnlyList<AiGatewayLog> rows = await follower.ReadAsync(ExportRun.Call);
            given.AddRange(rows);
            calmLooks += log.IsCalm && rows.Count == 0 ? 1 : 0;
        }

        List<string> ids = given.ConvertAll(row => row.Id);
        List<string> missed = [.. log.Ids.Except(old).Except(ids)];
        return [
            .. ids.Distinct().Count() == ids.Count ? [] : new[] { $"{trouble}: {ids.Count - ids.Distinct().Count()} twice" },
            .. missed.Count == 0 ? [] : new[] { $"{trouble}: missed {missed.Count} of {log.Ids.Except(old).Count()}: {string.Join(' ', missed.Take(3))}" },
            .. ids.Intersect(older).Any() ? new[] { $"{trouble}: {ids.Intersect(older).Count()} old rows" } : [],
        ];
    }
}
