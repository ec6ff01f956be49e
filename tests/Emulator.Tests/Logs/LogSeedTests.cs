using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class LogSeedTests
{
    private const string Full = """
        {"gateway":"g","account_id":"0123456789abcdef0123456789abcdef","count":200,"seed":7,"start":"2026-10-01T00:00:00Z",
        "span_seconds":3600,"equal_times":3,"providers":["openai","anthropic"],"cached":0.5,"failed":0.1,"unpriced":0.3,"custom_cost":0.1,
        "streamed":0.1,"feedback":0.5,"extras":0.5,"metadata":{"team":["ai","ops"]},"metadata_keys":["user"],"metadata_share":0.9,"payloads":true}
        """;

    [Fact]
    public async Task The_same_seed_makes_the_same_rows()
    {
        string first = await ReadAsync(Full);
        Assert.Equal(first, await ReadAsync(Full));
        Assert.NotEqual(first, await ReadAsync(Full.Replace("\"seed\":7", "\"seed\":8", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shares_are_kept()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        Assert.Equal(200, (int)(await SeedAsync(twin, Full)).Json["added"]!);
        List<JsonNode> rows = await twin.ReadAllAsync("order_by_direction=asc");
        Assert.Equal(200, rows.Count);
        Assert.Equal(["anthropic", "openai"], rows.Select(static row => (string)row["provider"]!).Distinct().Order());
        Assert.InRange(rows.Count(static row => (bool)row["cached"]!), 60, 120);
        Assert.InRange(rows.Count(static row => !(bool)row["success"]!), 8, 40);
        Assert.InRange(rows.Count(static row => row["cost"] is null), 35, 90);
        Assert.InRange(rows.Count(static row => row["metadata"] is null), 5, 45);
        Assert.InRange(rows.Count(static row => row["byok"] is not null && row["timings"] is JsonObject), 60, 140);
        Assert.All(rows, static row => Assert.Equal((bool)row["success"]!, row["tokens_in"] is not null));
        Assert.All(rows.Chunk(3), static moment => Assert.Single(moment.Select(static row => (string)row["created_at"]!).Distinct()));
        Assert.Equal(67, rows.Select(static row => (string)row["created_at"]!).Distinct().Count());
        Assert.All(rows, static row => Assert.StartsWith("2026-10-01T00:", (string)row["created_at"]!, StringComparison.Ordinal));
        Assert.InRange((int)(await twin.ListAsync(LogTwin.Filter("feedback", "neq", [null]))).Json["result_info"]!["total_count"]!, 60, 140);
    }

    [Fact]
    public async Task Seeding_twice_adds_what_is_not_there_yet()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        DateTimeOffset start = Twin.MakeClock().GetUtcNow();
        Assert.Equal(100, await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 100, Start = start, EqualTimes = 9 }));
        Assert.Equal(50, await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 150, Start = start, EqualTimes = 9 }));
        Assert.Equal(150, (await twin.ReadAllAsync("")).Select(static row => (string)row["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Batches_that_overlap_in_time_are_merged()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        DateTimeOffset start = Twin.MakeClock().GetUtcNow();
        for (int i = 0; i < 6; i++)
        {
            await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 70, Seed = i, Start = start.AddSeconds(-30 * i), EqualTimes = 4 });
            await twin.App.EvictLogsAsync("g", 5, cancellationToken: TestContext.Current.CancellationToken);
        }

        List<JsonNode> rows = await twin.ReadAllAsync("order_by_direction=asc");
        string[] times = [.. rows.Select(static row => (string)row["created_at"]!)];
        Assert.Equal(6 * 65, rows.Select(static row => (string)row["id"]!).Distinct().Count());
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        foreach (JsonNode row in rows)
        {
            Assert.Equal(200, (await twin.Client.GetAsync($"{LogTwin.Logs}/{row["id"]}")).Status);
        }
    }

    [Fact]
    public async Task Explicit_rows_are_answered_as_they_are()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        const string Row = """{"id":"x","cached":0,"created_at":"2026-10-01T08:00:00.123456Z","duration":5,"model":"m","path":"p","provider":"q","success":1,"tokens_in":1,"tokens_out":null,"metadata":{"a":{"b":1}},"brand_new":[1]}""";
        Answer seeded = await SeedAsync(twin, $$"""{"gateway":"g","rows":[{{Row}}, {"id":"y"}, {}]}""");
        Assert.Equal(3, (int)seeded.Json["added"]!);
        Answer list = await twin.Inner.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + LogTwin.Logs + "?order_by_direction=asc", token: EmulatorOptions.DefaultToken);
        Assert.Equal(Row, list.Result[0]!.ToJsonString());
        Assert.Equal(["x"], (await twin.Inner.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + LogTwin.Logs + "?success=true&cached=false&provider=q", token: EmulatorOptions.DefaultToken)).Ids);

        await twin.AddAsync("""{"id":"x","model":"replaced"}""");
        Assert.Equal("replaced", (string?)(await twin.Client.GetAsync(LogTwin.Logs + "/x")).Result["model"]);
        Assert.Equal(3, (await twin.ListAsync("")).Ids.Length);
    }

    [Fact]
    public async Task Own_models_are_called_by_weight()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await SeedAsync(twin, """{"gateway":"g","count":100,"models":[{"provider":"a","model":"m","weight":9,"price_in":1,"price_out":2,"path":"p","model_type":"t","request_type":"r"},{"provider":"b","model":"n"},{"provider":"c","model":"o","weight":0}]}""");
        List<JsonNode> rows = await twin.ReadAllAsync("");
        Assert.InRange(rows.Count(static row => (string)row["provider"]! == "a"), 80, 99);
        Assert.DoesNotContain(rows, static row => (string)row["provider"]! == "c");
    }

    [Theory]
    [InlineData("""{"gateway":"none","count":1}""", "none")]
    [InlineData("""{"gateway":"g","account_id":"none","count":1}""", "none")]
    [InlineData("""{"count":1}""", "gateway")]
    [InlineData("""{"gateway":"g","count":1000001}""", "count")]
    [InlineData("""{"gateway":"g","equal_times":0}""", "equal_times")]
    [InlineData("""{"gateway":"g","interval_ms":-1}""", "interval_ms")]
    [InlineData("""{"gateway":"g","cached":1.5}""", "between 0 and 1")]
    [InlineData("""{"gateway":"g","count":1,"providers":["none"]}""", "no model")]
    [InlineData("""{"gateway":"g","metadata":{"a":[]}}""", "metadata")]
    [InlineData("""{"gateway":"g","cuont":1}""", "cuont")]
    [InlineData("""{"gateway":"g","rows":[7]}""", "object")]
    [InlineData("""{"gateway":"g","rows":[{"created_at":"soon"}]}""", "soon")]
    public async Task A_bad_seed_is_refused_with_its_reason(string body, string reason)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        Answer answer = await twin.Inner.SendAsync(HttpMethod.Post, "/_emulator/logs", body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, (string?)answer.Json["error"], StringComparison.Ordinal);
        Assert.Empty((await twin.ListAsync("")).Ids);
    }

    [Fact]
    public async Task Rows_are_evicted_and_reset()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}", "{}", "{}");
        Answer evicted = await twin.Inner.SendAsync(HttpMethod.Post, "/_emulator/logs/evict", """{"gateway":"g","count":2}""");
        Assert.Equal("""{"success":true,"left":1}""", evicted.Body);
        Assert.Equal("c", await twin.FindAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => twin.App.EvictLogsAsync("none", 1, cancellationToken: TestContext.Current.CancellationToken));
        await twin.App.ResetAsync(TestContext.Current.CancellationToken);
        await twin.Inner.CreateAsync(Twin.Body("g"));
        Assert.Empty((await twin.ListAsync("")).Ids);
    }

    private static async Task<string> ReadAsync(string seed)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await SeedAsync(twin, seed);
        var everything = new List<string>();
        foreach (JsonNode row in await twin.ReadAllAsync(""))
        {
            everything.Add(row.ToJsonString());
        }

        everything.Add((await twin.Client.GetAsync($"{LogTwin.Logs}/{JsonSerializer.Deserialize<JsonElement>(everything[0]).GetProperty("id").GetString()}")).Body);
        return string.Join('\n', everything);
    }

    private static async Task<Answer> SeedAsync(LogTwin twin, string body)
    {
        Answer answer = await twin.Inner.SendAsync(HttpMethod.Post, "/_emulator/logs", body);
        Assert.True(answer.Status == 200, answer.Body);
        return answer;
    }
}
