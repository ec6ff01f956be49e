using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class LogListTests
{
    [Fact]
    public async Task Rows_come_newest_first_twenty_at_a_time()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 45 });
        Answer first = await twin.ListAsync("");
        Assert.Equal("""{"count":20,"page":1,"per_page":20,"total_count":45}""", first.Json["result_info"]!.ToJsonString());
        Assert.Equal("""{"count":5,"page":3,"per_page":20,"total_count":45}""", (await twin.ListAsync("page=3")).Json["result_info"]!.ToJsonString());
        Assert.Equal("""{"count":0,"page":2147483647,"per_page":50,"total_count":45}""", (await twin.ListAsync("page=2147483647&per_page=50")).Json["result_info"]!.ToJsonString());
        string[] times = [.. first.Result.AsArray().Select(static row => (string)row!["created_at"]!)];
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("per_page=0", "query.per_page: Number must be greater than or equal to 1")]
    [InlineData("per_page=51", "query.per_page: Number must be less than or equal to 50")]
    [InlineData("page=0", "query.page: Number must be greater than or equal to 1")]
    [InlineData("order_by=cost", "query.order_by: Invalid enum value. Expected 'created_at' | 'provider' | 'model' | 'model_type' | 'success' | 'cached', received 'cost'")]
    [InlineData("order_by_direction=up", "query.order_by_direction: Invalid enum value. Expected 'asc' | 'desc', received 'up'")]
    public async Task Bad_paging_and_order_are_refused(string query, string problem)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        Answer answer = await twin.Client.GetAsync(LogTwin.Logs + "?" + query);
        Assert.Equal(400, answer.Status);
        Assert.Equal(7001, answer.Code);
        Assert.Equal(problem, Assert.Single(answer.Problems));
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("provider")]
    [InlineData("model")]
    [InlineData("model_type")]
    [InlineData("success")]
    [InlineData("cached")]
    public async Task Every_order_sorts_and_loses_nothing(string order)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 333, EqualTimes = 70, Failed = 0.3 });
        List<JsonNode> ascending = await twin.ReadAllAsync($"order_by={order}&order_by_direction=asc");
        List<JsonNode> descending = await twin.ReadAllAsync($"order_by={order}&order_by_direction=desc", 7);
        string[] ids = [.. ascending.Select(static row => (string)row["id"]!)];
        Assert.Equal(333, ids.Distinct().Count());
        Assert.Equal(ids, descending.Select(static row => (string)row["id"]!).Reverse());
        string[] values = [.. ascending.Select(row => row[order]!.ToString())];
        Assert.Equal(values.Order(StringComparer.Ordinal), values);
    }

    [Fact]
    public async Task Equal_rows_come_in_an_order_that_stays_but_is_neither_that_of_insertion_nor_that_of_ids()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync([.. Enumerable.Repeat("""{"created_at":"2026-10-01T08:00:00.000Z"}""", 12)]);
        string ids = await twin.FindAsync("");
        Assert.NotEqual("abcdefghijkl", ids);
        Assert.Equal("abcdefghijkl", string.Concat(ids.Order()));
        Assert.Equal(ids, await twin.FindAsync(""));

        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 40, EqualTimes = 40, Start = DateTimeOffset.Parse("2026-10-03T00:00:00Z", null) });
        string[] made = (await twin.ListAsync("per_page=40")).Ids;
        Assert.NotEqual(made.Order(StringComparer.Ordinal), made);
        Assert.NotEqual(made.OrderDescending(StringComparer.Ordinal), made);
    }

    [Fact]
    public async Task Totals_and_pages_of_a_time_window_agree_with_a_count_by_hand()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 1000, EqualTimes = 30, MetadataKeys = ["team"] });
        List<JsonNode> all = await twin.ReadAllAsync("order_by_direction=asc");
        string from = (string)all[200]["created_at"]!;
        string until = (string)all[700]["created_at"]!;
        foreach (string provider in new[] { "", "openai" })
        {
            string[] expected =
            [
                .. all.Where(row => string.CompareOrdinal((string)row["created_at"]!, from) > 0
                    && string.CompareOrdinal((string)row["created_at"]!, until) < 0
                    && (provider.Length == 0 || (string)row["provider"]! == provider)).Select(static row => (string)row["id"]!),
            ];
            JsonNode[] filters =
            [
                new JsonObject { ["key"] = "created_at", ["operator"] = "gt", ["value"] = new JsonArray(from) },
                new JsonObject { ["key"] = "created_at", ["operator"] = "lt", ["value"] = new JsonArray(until) },
                .. provider.Length == 0 ? Array.Empty<JsonNode>() : [new JsonObject { ["key"] = "provider", ["operator"] = "eq", ["value"] = new JsonArray(provider) }],
            ];
            string query = LogTwin.Filters(filters);
            Assert.Equal(expected, (await twin.ReadAllAsync(query + "&order_by_direction=asc", 13)).Select(static row => (string)row["id"]!));
            Assert.Equal(expected.Length, (int)(await twin.ListAsync(query)).Json["result_info"]!["total_count"]!);
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await twin.ReadAllAsync(query + "&order_by=model")).Select(static row => (string)row["id"]!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Ranges_come_when_they_are_asked_for()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(
            """{"cost":0.5,"duration":10,"tokens_in":1,"tokens_out":2}""",
            """{"duration":30,"tokens_in":null,"tokens_out":null}""",
            """{"cost":0.25,"duration":20,"tokens_in":5,"tokens_out":1}""");
        Assert.Equal(
            """{"count":1,"page":1,"per_page":1,"total_count":3,"min_cost":0.25,"max_cost":0.5,"min_duration":10,"max_duration":30,"min_tokens_in":1,"max_tokens_in":5,"min_tokens_out":1,"max_tokens_out":2,"min_total_tokens":3,"max_total_tokens":6}""",
            (await twin.ListAsync("meta_info=true&per_page=1")).Json["result_info"]!.ToJsonString());
        Assert.Equal(4, (await twin.ListAsync("meta_info=true&provider=none")).Json["result_info"]!.AsObject().Count);
    }

    [Fact]
    public async Task An_unknown_gateway_is_not_found()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        Answer answer = await twin.Client.GetAsync(Twin.Gateways + "/none/logs");
        Assert.Equal(404, answer.Status);
        Assert.Equal(7002, answer.Code);
        Assert.Equal(404, (await twin.Client.DeleteAsync(Twin.Gateways + "/none/logs")).Status);
    }

    [Fact]
    public async Task Reading_and_writing_need_their_permissions()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRead] });
        twin.App.AddToken(new EmulatorToken { Value = "runner", Permissions = [Permission.AiGatewayRun] });
        Assert.Equal(200, (await twin.Client.GetAsync(LogTwin.Logs, "reader")).Status);
        Assert.Equal(403, (await twin.Client.GetAsync(LogTwin.Logs, "runner")).Status);
        Assert.Equal(403, (await twin.Client.DeleteAsync(LogTwin.Logs, "reader")).Status);
        Assert.Equal(403, (await twin.Client.PatchAsync(LogTwin.Logs + "/a", new JsonObject(), "reader")).Status);
    }

    [Fact]
    public async Task Drift_makes_metadata_an_object_and_yes_a_number()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        twin.App.Behaviour = new EmulatorBehaviour { LogDrift = true };
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 1, Cached = 1, Failed = 0, MetadataKeys = ["team"] });
        Answer list = await twin.Inner.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + LogTwin.Logs, token: EmulatorOptions.DefaultToken);
        JsonNode row = list.Result[0]!;
        Assert.Equal(1, (int)row["cached"]!);
        Assert.Equal(1, (int)row["success"]!);
        Assert.StartsWith("team-", (string)row["metadata"]!["team"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_quota_and_journal_hold_for_logs_too()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        twin.App.SetQuota(new EmulatorQuota { Limit = 2 });
        twin.App.AddFault(new EmulatorFault { Path = "*/logs", Status = 503 });
        Assert.Equal(503, (await twin.Client.GetAsync(LogTwin.Logs)).Status);
        Assert.Equal(200, (await twin.Client.GetAsync(LogTwin.Logs + "?page=2")).Status);
        Assert.Equal(200, (await twin.Client.GetAsync(LogTwin.Logs)).Status);
        Assert.Equal(429, (await twin.Client.GetAsync(LogTwin.Logs)).Status);
        Assert.EndsWith("/logs?page=2", twin.App.Requests[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_can_insert_and_evict_between_two_pages()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 10 });
        twin.App.BeforeAnswer = async request =>
        {
            if (request.Query.Contains("page=2", StringComparison.Ordinal))
            {
                await twin.AddAsync("""{"id":"new"}""");
                Assert.Equal(8, await twin.App.EvictLogsAsync("g", 3));
            }
        };
        string[] first = (await twin.ListAsync("page=1&per_page=4")).Ids;
        Answer second = await twin.ListAsync("page=2&per_page=4");
        Assert.Equal(first[3], second.Ids[0]);
        Assert.Equal(8, (int)second.Json["result_info"]!["total_count"]!);
        Assert.Equal("new", (await twin.ListAsync("page=1&per_page=4")).Ids[0]);
    }
}
