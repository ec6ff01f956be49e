using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class ExportPropertyTests
{
    [Fact]
    public async Task Killed_and_resumed_exports_have_the_bytes_of_an_uninterrupted_one()
    {
        using var folder = new Folder();
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int rows = random.Next(1, 700);
            int burst = random.Next(2) == 0 ? 3 : 160;
            LogExportFormat format = random.Next(2) == 0 ? LogExportFormat.Ndjson : LogExportFormat.Csv;
            string ending = random.Next(2) == 0 ? ".gz" : "";
            bool payload = random.Next(4) == 0;
            string whole = folder[$"{seed}-whole{ending}"];
            string pieces = folder[$"{seed}-pieces{ending}"];
            await ExportRun.ToEndAsync(new LiveLog(seed, rows, burst), ExportRun.Options(whole, format, payload: payload));

            var live = new LiveLog(seed, rows, burst)
            {
                Inserts = true,
                HasWrongTotals = random.Next(2) == 0,
                Repeats = random.Next(2) == 0,
            };
            await WithKillsAsync(live, ExportRun.Options(pieces, format, payload: payload), ExportRun.Options(pieces, format, true, payload), random);
            Assert.True(File.ReadAllBytes(whole).AsSpan().SequenceEqual(File.ReadAllBytes(pieces)), $"seed {seed}: other bytes");
            Assert.False(File.Exists(pieces + ".partial") || File.Exists(pieces + ".checkpoint"), $"seed {seed}: left over");
        }
    }

    [Fact]
    public async Task Evictions_lose_nothing_that_still_exists()
    {
        using var folder = new Folder();
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var live = new LiveLog(seed, random.Next(0, 700), random.Next(2) == 0 ? 3 : 160)
            {
                Inserts = true,
                Evicts = true,
                HasShortPages = random.Next(2) == 0,
                HasWrongTotals = random.Next(2) == 0,
                Repeats = random.Next(2) == 0,
            };
            HashSet<string> before = [.. live.Ids];
            string path = folder[$"{seed}"];
            await WithKillsAsync(live, ExportRun.Options(path), ExportRun.Options(path, resume: true), random);
            List<string> given = [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];
            Assert.True(given.Count == given.Distinct().Count(), $"seed {seed}: twice");
            IEnumerable<string> lost = live.Rows
                .Where(row => before.Contains(row.Id) && !(live.HasShortPages && LiveLog.IsHidden(row)))
                .Select(row => row.Id)
                .Except(given);
            Assert.True(!lost.Any(), $"seed {seed}: lost {string.Join(", ", lost)}");
        }
    }

    private static async Task WithKillsAsync(LiveLog log, LogExportOptions first, LogExportOptions again, Random random)
    {
        LogExportOptions options = first;
        for (int runs = 0; runs < 1_000; runs++)
        {
            using LogExport export = ExportRun.Make(log, options);
            LogExportProgress progress = await export.PrepareAsync(ExportRun.Call);

            // Long enough to get over the longest crowded time now and then: a run begins such a time anew.
            for (int steps = random.Next(1, 30); steps > 0 && !progress.IsComplete; steps--)
            {
                progress = await export.StepAsync(ExportRun.Call);
            }

            if (progress.IsComplete)
            {
                return;
            }

            // What a step leaves that was killed while it wrote.
            export.Dispose();
            if (random.Next(2) == 0)
            {
                await File.AppendAllTextAsync(options.Path + ".partial", "{\"id\":\"cut");
            }

            options = again;
        }

        Assert.Fail("no end");
    }
}
