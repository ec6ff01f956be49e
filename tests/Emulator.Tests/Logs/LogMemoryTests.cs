using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Runs while no other test does: what those use would count, too.</summary>
[Collection("Memory")]
public sealed class LogMemoryTests
{
    [Fact]
    public async Task A_million_rows_fit_in_little_memory()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(LogSeed.MaximumCount, await twin.SeedAsync(new LogSeed { Gateway = "g", Count = LogSeed.MaximumCount, IntervalMs = 0.5, MetadataKeys = ["team"] }));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 120_000_000);
        Answer last = await twin.ListAsync("page=20000&per_page=50");
        Assert.Equal(1_000_000, (int)last.Json["result_info"]!["total_count"]!);
        Assert.Equal(50, last.Ids.Length);
        Assert.Equal(200, (await twin.Client.GetAsync($"{LogTwin.Logs}/{last.Ids[49]}")).Status);
    }
}

[CollectionDefinition("Memory", DisableParallelization = true)]
public sealed class MemoryTests;
