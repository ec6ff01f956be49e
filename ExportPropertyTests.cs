using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class ExportPropertyTests
{
    private static readonly string[] s_names = ["a.ndjson", "a.ndjson.gz", "a.csv", "a.csv.gz"];

    [Fact]
    public async Task Killed_anywhere_and_resumed_it_gives_the_very_same_bytes()
    {
        for (int seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);

            // New rows lie behind the frozen end; everything else about the server may be different each time.
            Weather calm = Weather.Of(random) with { LateRows = 0, Evictions = 0, NewRows = 0 };
            int rows = random.Next(400);
            string name = s_names[random.Next(4)];
            bool payload = random.Next(3) == 0;
            byte[] expected;
            using (ExportBench whole = Bench(seed, Weather.Calm with { EqualTimes = calm.EqualTimes, Step = calm.Step }, rows, name, payload))
            {
                Assert.Equal(rows, (await whole.RunAsync()).Rows);
                expected = whole.Bytes();
                Assert.Equal(rows, whole.Text().Count(c => c == '\n') - (whole.Format is LogExportFormat.Csv ? 1 : 0));
            }

            using ExportBench bench = Bench(seed, calm, rows, name, payload);
            int kills = await RunWithKillsAsync(bench, random);
            Assert.True(expected.AsSpan().SequenceEqual(bench.Bytes()), $"seed {seed}: other bytes after {kills} kills, {bench}, {calm}");
            Assert.Equal([name], bench.Files());
        }
    }

    [Fact]
    public async Task While_rows_come_and_go_nothing_is_lost_and_nothing_is_written_twice()
    {
        for (int seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            Weather weather = Weather.Of(random);
            using ExportBench bench = Bench(seed, weather, random.Next(500), random.Next(2) == 0 ? "a.ndjson" : "a.ndjson.gz", payload: false);
            int kills = await RunWithKillsAsync(bench, random);
            List<string> ids = bench.Ids();
            string where = $"seed {seed}, {kills} kills, {bench}, {weather}";
            Assert.True(ids.Distinct().Count() == ids.Count, $"rows came twice: {where}");
            Assert.True(!bench.Server.Survivors.Except(ids).Any(), $"{bench.Server.Survivors.Except(ids).Count()} rows were lost: {where}");
        }
    }

    private static ExportBench Bench(int seed, Weather weather, int rows, string name, bool payload) => new(new SimulatedLogs(seed, weather, rows), name)
    {
        Format = name.Contains("csv", StringComparison.Ordinal) ? LogExportFormat.Csv : LogExportFormat.Ndjson,
        WithPayload = payload,
    };

    /// <summary>Runs until the file is there, and dies now and then: at a request, before a write, a flush, a checkpoint or the last rename.</summary>
    private static async Task<int> RunWithKillsAsync(ExportBench bench, Random random)
    {
        int kills = 0;
        bool mayDie = true;
        double risk = random.NextDouble() * 0.2;
        void Maybe()
        {
            if (mayDie && random.NextDouble() < risk)
            {
                throw new KilledException();
            }
        }

        bench.Server.OnRequest = _ => Maybe();
        bench.Disk.Before = _ => Maybe();
        while (true)
        {
            bool resume = System.IO.File.Exists(bench.Checkpoint);
            mayDie = kills < 60;
            try
            {
                AiGatewayLogExport report = await bench.RunAsync(resume);
                Assert.True(report.IsComplete);
                return kills;
            }
            catch (KilledException)
            {
                kills++;
                if (System.IO.File.Exists(bench.Partial) && random.Next(3) == 0)
                {
                    // A write that was under way when the power went.
                    await System.IO.File.AppendAllTextAsync(bench.Partial, "half a row");
                }
            }
        }
    }

    private sealed class KilledException : Exception
    {
    }
}
