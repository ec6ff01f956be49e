using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The walk's guarantee, held against logs that change and misbehave.</summary>
public class WalkPropertyTests
{
    // They failed while the walk was made: lies about the end, pages of other requests, holes at the seams of segments.
    private static readonly int[] s_hardSeeds = [394, 637, 699, 712, 861, 922, 948, 974, 1010, 1022, 1028, 1275, 1305, 1317, 1610, 1884, 1975, 2168, 2174, 2338, 2346, 2683, 2712, 2750, 2775, 3051, 3057, 3344, 3374, 3669, 3818, 3970];

    public static TheoryData<bool, int> Walks => new() { { true, 1 }, { true, 4 }, { true, 16 }, { false, 1 }, { false, 4 } };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Every_row_that_stays_is_given_once(bool descending, int throttleLimit)
    {
        var query = new LogQuery { Descending = descending };
        List<string> failures = await WalkRun.ManyAsync(WalkRun.Seeds + s_hardSeeds.Length, i =>
            WalkRun.CheckAsync(i < s_hardSeeds.Length ? s_hardSeeds[i] : i - s_hardSeeds.Length, query, throttleLimit));
        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(8))}");
    }

    [Theory]
    [InlineData(LogOrder.Provider, true)]
    [InlineData(LogOrder.Model, false)]
    public async Task Other_orders_hold_as_long_as_equal_rows_keep_their_places(LogOrder order, bool descending)
    {
        var query = new LogQuery { OrderBy = order, Descending = descending };
        List<string> failures = await WalkRun.ManyAsync(WalkRun.Seeds, seed => WalkRun.CheckAsync(seed, query, throttleLimit: 4));
        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(8))}");
    }
}
