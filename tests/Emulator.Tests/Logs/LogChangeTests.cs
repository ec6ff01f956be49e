using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Patch and delete.</summary>
public sealed class LogChangeTests
{
    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 3, MetadataKeys = ["team"] });
        await twin.AddAsync("""{"id":"explicit","metadata":"{\"team\":\"x\"}"}""");
        foreach (string id in (await twin.ListAsync("filters=" + Uri.EscapeDataString("""[{"key":"id","operator":"neq","value":["explicit"]}]"""))).Ids.Append("explicit"))
        {
            Answer patched = await PatchAsync(twin, id, """{"feedback":-1,"score":90,"metadata":{"who":"me","n":1.5,"ok":true}}""");
            Assert.Equal("""{"success":true,"result":{}}""", patched.Body);
            Assert.Contains(id, await FindAsync(twin, "feedback", "eq", -1));
            Assert.Contains(id, await FindAsync(twin, "metadata.value", "eq", 1.5));

            await PatchAsync(twin, id, """{"feedback":null}""");
            Assert.Contains(id, await FindAsync(twin, "feedback", "eq", null));
            Assert.Contains(id, await FindAsync(twin, "metadata.key", "eq", "who"));
        }

        JsonNode made = (await twin.Client.GetAsync($"{LogTwin.Logs}/{(await twin.ListAsync("provider=openai")).Ids[0]}")).Result;
        Assert.Equal("""{"who":"me","n":1.5,"ok":true}""", (string?)made["metadata"]);
    }

    [Fact]
    public async Task Metadata_null_takes_it_away()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("""{"metadata":"{\"team\":\"x\"}"}""");
        await PatchAsync(twin, "a", """{"metadata":{"team":"y"}}""");
        Assert.Equal("""{"team":"y"}""", (string?)(await twin.ListAsync("search=y")).Result[0]!["metadata"]);
        await PatchAsync(twin, "a", """{"metadata":null,"score":null}""");
        Assert.Empty((await twin.ListAsync("search=y")).Ids);
        Assert.Null((await twin.Client.GetAsync(LogTwin.Logs + "/a")).Result["metadata"]);
    }

    [Theory]
    [InlineData("""{"feedback":2}""", "body.feedback: Number must be less than or equal to 1")]
    [InlineData("""{"feedback":"1"}""", "body.feedback: Expected number, received string")]
    [InlineData("""{"score":-1}""", "body.score: Number must be greater than or equal to 0")]
    [InlineData("""{"score":101}""", "body.score: Number must be less than or equal to 100")]
    [InlineData("""{"metadata":"x"}""", "body.metadata: Expected object, received string")]
    [InlineData("""{"metadata":{"a":[]}}""", "body.metadata.a: Invalid input")]
    [InlineData("[]", "body: Expected object, received array")]
    public async Task A_bad_patch_changes_nothing(string body, string problem)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("""{"feedback":1}""");
        Answer answer = await twin.Client.PatchAsync(LogTwin.Logs + "/a", JsonNode.Parse(body));
        Assert.Equal(400, answer.Status);
        Assert.Equal(7001, answer.Code);
        Assert.Equal(problem, Assert.Single(answer.Problems));
        Assert.Equal(["a"], (await twin.ListAsync("feedback=1")).Ids);
    }

    [Fact]
    public async Task A_delete_without_filters_takes_the_oldest_first()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}", "{}", "{}", "{}");
        Answer answer = await twin.Client.DeleteAsync(LogTwin.Logs + "?limit=1");
        Assert.Equal("""{"success":true}""", answer.Body);
        Assert.Equal("bcd", await twin.FindAsync(""));
        await twin.Client.DeleteAsync(LogTwin.Logs + "?limit=1&order_by_direction=desc");
        Assert.Equal("bc", await twin.FindAsync(""));
        Assert.Equal(404, (await twin.Client.GetAsync(LogTwin.Logs + "/a")).Status);
        await twin.Client.DeleteAsync(LogTwin.Logs);
        Assert.Equal("", await twin.FindAsync(""));
    }

    [Theory]
    [InlineData("cost", "b")]
    [InlineData("tokens_in", "c")]
    [InlineData("tokens_out", "a")]
    [InlineData("duration", "b")]
    [InlineData("feedback", "c")]
    [InlineData("provider", "b")]
    [InlineData("success", "c")]
    public async Task A_delete_takes_the_first_in_its_order(string order, string gone)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(
            """{"cost":3,"tokens_in":3,"tokens_out":1,"duration":9,"feedback":1,"provider":"z"}""",
            """{"cost":1,"tokens_in":2,"tokens_out":2,"duration":7,"feedback":0,"provider":"a"}""",
            """{"cost":2,"tokens_in":1,"tokens_out":3,"duration":8,"provider":"m","success":false}""");
        await twin.Client.DeleteAsync($"{LogTwin.Logs}?limit=1&order_by={order}");
        Assert.Equal("abc".Replace(gone, "", StringComparison.Ordinal), await twin.FindAsync(""));
    }

    [Fact]
    public async Task Rows_are_deleted_by_id()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 40, EqualTimes = 40 });
        string[] ids = (await twin.ListAsync("per_page=50")).Ids;
        string[] gone = [ids[3], ids[17], ids[39]];
        await twin.Client.DeleteAsync(LogTwin.Logs + "?" + LogTwin.Filter("id", "eq", [.. gone.Select(static id => (JsonNode?)id)]));
        Assert.Equal(ids.Except(gone), (await twin.ListAsync("per_page=50")).Ids);
    }

    [Fact]
    public async Task More_than_the_limit_takes_rounds()
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 25_000, IntervalMs = 1, Failed = 0.5 });
        string failed = LogTwin.Filter("success", "eq", false);
        int total = await CountAsync(twin, failed);
        Assert.InRange(total, 12_000, 13_000);
        await twin.Client.DeleteAsync(LogTwin.Logs + "?" + failed);
        Assert.Equal(total - 10_000, await CountAsync(twin, failed));
        await twin.Client.DeleteAsync(LogTwin.Logs + "?" + failed);
        Assert.Equal(0, await CountAsync(twin, failed));
        Assert.Equal(25_000 - total, await CountAsync(twin, ""));
    }

    [Theory]
    [InlineData("limit=0", "query.limit: Number must be greater than or equal to 1")]
    [InlineData("limit=10001", "query.limit: Number must be less than or equal to 10000")]
    [InlineData("limit=x", "query.limit: Expected number, received nan")]
    [InlineData("order_by=id", "query.order_by: Invalid enum value. Expected 'created_at' | 'provider' | 'model' | 'model_type' | 'success' | 'cached' | 'cost' | 'tokens_in' | 'tokens_out' | 'duration' | 'feedback', received 'id'")]
    public async Task A_bad_delete_deletes_nothing(string query, string problem)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        Answer answer = await twin.Client.DeleteAsync(LogTwin.Logs + "?" + query);
        Assert.Equal(400, answer.Status);
        Assert.Equal(problem, Assert.Single(answer.Problems));
        Assert.Equal("a", await twin.FindAsync(""));
    }

    [Fact]
    public async Task There_is_no_delete_of_one_row() =>
        Assert.Equal(405, await DeleteOneAsync());

    [Fact]
    public async Task A_gateway_that_is_deleted_takes_its_rows_along()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        await twin.Client.DeleteAsync(Twin.Gateways + "/g");
        Assert.Equal(404, (await twin.Client.GetAsync(LogTwin.Logs)).Status);
        await twin.Inner.CreateAsync(Twin.Body("g"));
        Assert.Empty((await twin.ListAsync("")).Ids);
    }

    private static async Task<int> DeleteOneAsync()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        return (await twin.Inner.SendAsync(HttpMethod.Delete, OpenApiCheckedClient.Root + LogTwin.Logs + "/a", token: EmulatorOptions.DefaultToken)).Status;
    }

    private static async Task<int> CountAsync(LogTwin twin, string query) =>
        (int)(await twin.ListAsync(query)).Json["result_info"]!["total_count"]!;

    private static async Task<Answer> PatchAsync(LogTwin twin, string id, string body)
    {
        Answer answer = await twin.Client.PatchAsync($"{LogTwin.Logs}/{id}", JsonNode.Parse(body));
        Assert.True(answer.Status == 200, answer.Body);
        return answer;
    }

    private static async Task<string[]> FindAsync(LogTwin twin, string key, string @operator, JsonNode? value) =>
        (await twin.ListAsync(LogTwin.Filter(key, @operator, value))).Ids;
}
