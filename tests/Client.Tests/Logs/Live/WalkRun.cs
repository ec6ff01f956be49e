using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>One walk through a live log, all from one seed.</summary>
internal static class WalkRun
{
    /// <summary>More of them for a long run by hand.</summary>
    public static readonly int Seeds = int.TryParse(Environment.GetEnvironmentVariable("AIGATEWAY_TEST_SEEDS"), out int seeds) ? seeds : 300;

    private static readonly LogWalkOptions s_options = new() { ShowsFirstPage = true };

    /// <summary>Runs many seeds on a thread of the pool, where continuations run in place and so in an order that never changes.</summary>
    /// <returns>The seeds that went wrong, and how.</returns>
    public static Task<List<string>> ManyAsync(int seeds, Func<int, Task<IEnumerable<string>>> run) => Task.Run(async () =>
    {
        var failures = new List<string>();
        for (int seed = 0; seed < seeds; seed++)
        {
            foreach (string problem in await run(seed))
            {
                failures.Add($"seed {seed}: {problem}");
            }
        }

        return failures;
    });

    /// <summary>Walks to the end and checks.</summary>
    public static async Task<IEnumerable<string>> CheckAsync(int seed, LogQuery query, int throttleLimit)
    {
        var random = new Random(seed);
        LiveTrouble trouble = random.Next(3) == 0 ? LiveTrouble.One(seed) : LiveTrouble.Some(random);

        // Rows that are counted but never shown and more rows than a page just before the bound: then no place is right.
        trouble = trouble with { FineTimes = seed % 3 == 1 && !trouble.Hides };
        int pageSize = random.Next(4) == 0 ? 50 : random.Next(8, 16);
        if (query.OrderBy is not LogOrder.CreatedAt)
        {
            // Rows that are counted but never shown leave no row to join pages by.
            trouble = trouble with { Hides = false };
        }

        var log = new LiveLog(seed, random.Next(0, pageSize * 30), random.Next(2) == 0 ? 3 : pageSize * 4, trouble) { TakesTime = random.Next(8) > 0 };
        HashSet<string> before = log.Ids;
        using var reader = new LogReader(log.PageAsync, query, pageSize, throttleLimit, s_options);
        List<AiGatewayLog> given;
        try
        {
            given = await ReadAsync(log, reader, int.MaxValue);
        }
        catch (AiGatewayException error)
        {
            return [$"log {seed}, page size {pageSize}, {trouble}: {error.Message}"];
        }

        // Every wrong answer costs a few requests, and a page that is short for good is read twice; the end is asked for up to ten times.
        double pages = (double)given.Count / (pageSize - 1);
        int most = (int)((trouble.IsHonest && trouble.IsStill ? 1.25 : 7) * pages) + (10 * throttleLimit) + 60;
        IEnumerable<string> problems = WalkCheck.Problems(log, before, given, query);
        problems = log.Requests <= most ? problems : [.. problems, $"{log.Requests} requests for {given.Count} rows"];
        return problems.Select(problem => $"log {seed}, page size {pageSize}, {trouble}: {problem}");
    }

    /// <summary>Reads as a pipeline does: pages are fetched ahead once the first one is used.</summary>
    public static async Task<List<AiGatewayLog>> ReadAsync(LiveLog log, LogReader reader, int first)
    {
        var given = new List<AiGatewayLog>();
        while (given.Count < first && await log.DriveAsync(reader.ReadAsync(ExportRun.Call)) is { Count: > 0 } rows)
        {
            given.AddRange(rows);
            if (given.Count < first)
            {
                reader.FetchAhead();
            }

            if (log.Requests > 5_000)
            {
                throw new AiGatewayException(AiGatewayErrorKind.Unknown, $"no end after {given.Count} rows");
            }
        }

        return given;
    }
}
