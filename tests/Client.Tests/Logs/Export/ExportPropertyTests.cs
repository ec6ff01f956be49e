using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public sealed class ExportPropertyTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_and_resumed_exports_have_the_bytes_of_an_uninterrupted_one()
    {
        List<string> failures = await WalkRun.ManyAsync(WalkRun.Seeds, SameBytesAsync);
        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(8))}");
    }

    [Fact]
    public async Task Whatever_happens_every_row_that_stays_is_exported_once_and_in_order()
    {
        List<string> failures = await WalkRun.ManyAsync(WalkRun.Seeds, EveryRowAsync);
        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(8))}");
    }

    private async Task<IEnumerable<string>> SameBytesAsync(int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(1, 700);
        int burst = random.Next(2) == 0 ? 3 : 160;
        LogExportFormat format = random.Next(2) == 0 ? LogExportFormat.Ndjson : LogExportFormat.Csv;
        string ending = random.Next(2) == 0 ? ".gz" : "";
        bool payload = random.Next(4) == 0;
        string whole = _folder[$"{seed}-whole{ending}"];
        string pieces = _folder[$"{seed}-pieces{ending}"];
        await ExportRun.ToEndAsync(new LiveLog(seed, rows, burst), ExportRun.Options(whole, format, payload: payload));

        // New rows come behind the frozen end, and wrong answers change nothing. Two answers with holes do not tell in which order rows of
        // one time stand that only one of them shows.
        LiveTrouble trouble = LiveTrouble.Some(random) with { Inserts = true, LateRows = false, Deletes = false, Evicts = false, Hides = false, Holes = false };
        var live = new LiveLog(seed, rows, burst, trouble) { IsCalm = true };
        await ExportRun.WithKillsAsync(live, ExportRun.Options(pieces, format, payload: payload), ExportRun.Options(pieces, format, true, payload), random);
        bool isSame = File.ReadAllBytes(whole).AsSpan().SequenceEqual(File.ReadAllBytes(pieces));
        bool isClean = !File.Exists(pieces + ".partial") && !File.Exists(pieces + ".checkpoint");
        File.Delete(whole);
        File.Delete(pieces);
        return [.. isSame ? [] : new[] { $"{trouble}: other bytes" }, .. isClean ? [] : new[] { $"{trouble}: left over" }];
    }

    private async Task<IEnumerable<string>> EveryRowAsync(int seed)
    {
        var random = new Random(seed);
        LiveTrouble trouble = random.Next(3) == 0 ? LiveTrouble.One(seed) : LiveTrouble.Some(random);

        // Rows that are counted but never shown and more rows than a page just before the bound: then no place is right.
        trouble = trouble with { FineTimes = seed % 3 == 1 && !trouble.Hides };
        var live = new LiveLog(seed, random.Next(0, 700), random.Next(2) == 0 ? 3 : 160, trouble);
        HashSet<string> before = live.Ids;
        string path = _folder[$"{seed}"];
        await ExportRun.WithKillsAsync(live, ExportRun.Options(path), ExportRun.Options(path, resume: true), random);
        List<AiGatewayLog> given = ExportRun.Rows(path);
        File.Delete(path);
        return WalkCheck.Problems(live, before, given, new LogQuery { Descending = false }).Select(problem => $"{trouble}: {problem}");
    }
}
