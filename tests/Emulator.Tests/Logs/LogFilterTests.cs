using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class LogFilterTests
{
    private static readonly string[] s_rows =
    [
        """{"provider":"openai","model":"gpt-4o","model_type":"chat","success":true,"cached":false,"cost":0.5,"tokens_in":10,"tokens_out":20,"duration":100,"feedback":1,"event_id":"e1","metadata":"{\"team\":\"ai\",\"cost_center\":7}","authentication":true,"dlp_action":"FLAG","user_agent":"curl/8"}""",
        """{"provider":"openai","model":"gpt-4o-mini","success":true,"cached":true,"cost":0,"tokens_in":1,"tokens_out":2,"duration":5,"feedback":-1,"event_id":"e2","metadata":{"team":"ops","owner":"ai"},"wholesale":true,"compatibilityMode":true,"request_type":"embeddings"}""",
        """{"provider":"anthropic","model":"claude","success":false,"tokens_in":null,"tokens_out":null,"duration":3000,"event_id":"e3","request_content_type":"text/plain","response_content_type":"text/event-stream","metadata":"{\"beta\":true}"}""",
    ];

    [Theory]
    [InlineData("id", "eq", """["a","c","none"]""", "ac")]
    [InlineData("id", "neq", """["a"]""", "bc")]
    [InlineData("id", "contains", """["B"]""", "b")]
    [InlineData("created_at", "eq", """["2026-10-01T08:00:01Z"]""", "b")]
    [InlineData("created_at", "eq", """["2026-10-01T10:00:01+02:00","2026-10-01T08:00:02.000Z"]""", "bc")]
    [InlineData("created_at", "neq", """["2026-10-01T08:00:01Z"]""", "ac")]
    [InlineData("created_at", "gt", """["2026-10-01T08:00:01.000Z"]""", "c")]
    [InlineData("created_at", "gt", """["2026-10-01T08:00:00.9999Z"]""", "bc")]
    [InlineData("created_at", "gt", """["2026-10-01T08:00:01Z","2026-10-01T08:00:00Z"]""", "bc")]
    [InlineData("created_at", "gt", "[]", "")]
    [InlineData("created_at", "lt", """["2026-10-01T08:00:01.000Z"]""", "a")]
    [InlineData("created_at", "lt", """["2026-10-01T08:00:01.0001Z"]""", "ab")]
    [InlineData("created_at", "contains", """["08:00:02"]""", "c")]
    [InlineData("request_content_type", "eq", """["application/json"]""", "ab")]
    [InlineData("response_content_type", "contains", """["event"]""", "c")]
    [InlineData("request_type", "eq", """["embeddings"]""", "b")]
    [InlineData("success", "eq", "[true]", "ab")]
    [InlineData("success", "eq", """["false"]""", "c")]
    [InlineData("success", "neq", "[true]", "c")]
    [InlineData("cached", "eq", "[true,false]", "abc")]
    [InlineData("cached", "eq", "[1]", "b")]
    [InlineData("provider", "eq", """["openai"]""", "ab")]
    [InlineData("provider", "eq", """["OpenAI"]""", "")]
    [InlineData("provider", "neq", """["openai","anthropic"]""", "")]
    [InlineData("provider", "gt", """["a"]""", "")]
    [InlineData("model", "contains", """["MINI","claude"]""", "bc")]
    [InlineData("model", "eq", "[]", "")]
    [InlineData("model", "neq", "[]", "abc")]
    [InlineData("model_type", "eq", """["chat"]""", "a")]
    [InlineData("cost", "gt", "[0]", "a")]
    [InlineData("cost", "lt", "[0.5]", "b")]
    [InlineData("cost", "eq", "[0]", "b")]
    [InlineData("cost", "eq", "[null]", "c")]
    [InlineData("cost", "neq", "[0]", "ac")]
    [InlineData("tokens", "eq", "[30]", "a")]
    [InlineData("tokens", "gt", """["3"]""", "a")]
    [InlineData("tokens_in", "lt", "[10]", "b")]
    [InlineData("tokens_in", "eq", "[null,1]", "bc")]
    [InlineData("tokens_out", "eq", "[20,2]", "ab")]
    [InlineData("duration", "gt", "[99,5000]", "ac")]
    [InlineData("duration", "contains", """["00"]""", "ac")]
    [InlineData("feedback", "eq", "[1]", "a")]
    [InlineData("feedback", "lt", "[0]", "b")]
    [InlineData("feedback", "eq", "[null]", "c")]
    [InlineData("event_id", "eq", """["e2"]""", "b")]
    [InlineData("metadata.key", "eq", """["team"]""", "ab")]
    [InlineData("metadata.key", "neq", """["team"]""", "c")]
    [InlineData("metadata.key", "contains", """["cent"]""", "a")]
    [InlineData("metadata.value", "eq", """["ai"]""", "ab")]
    [InlineData("metadata.value", "eq", "[7]", "a")]
    [InlineData("metadata.value", "eq", "[true]", "c")]
    [InlineData("metadata.value", "neq", """["ai"]""", "c")]
    [InlineData("metadata.value", "gt", "[6]", "a")]
    [InlineData("authentication", "eq", "[true]", "a")]
    [InlineData("wholesale", "eq", "[false]", "ac")]
    [InlineData("compatibilityMode", "eq", "[true]", "b")]
    [InlineData("dlp_action", "eq", """["FLAG"]""", "a")]
    [InlineData("dlp_action", "eq", "[null]", "bc")]
    [InlineData("user_agent", "contains", """["curl"]""", "a")]
    public async Task A_filter_finds_its_rows(string key, string @operator, string values, string expected)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(s_rows);
        string query = LogTwin.Filters(new JsonObject { ["key"] = key, ["operator"] = @operator, ["value"] = JsonNode.Parse(values) });

        // Without the document: explicit rows may have metadata as an object, as live ones do.
        Answer answer = await GetAsync(twin, query + "&order_by_direction=asc");
        Assert.Equal(expected, string.Concat(answer.Ids));
        Assert.Equal(expected.Length, (int)answer.Json["result_info"]!["total_count"]!);
    }

    [Fact]
    public async Task Keys_and_values_of_metadata_are_matched_independently()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(s_rows);
        string query = LogTwin.Filters(
            JsonNode.Parse("""{"key":"metadata.key","operator":"eq","value":["team"]}""")!,
            JsonNode.Parse("""{"key":"metadata.value","operator":"eq","value":["ai"]}""")!);
        Assert.Equal(["a", "b"], (await GetAsync(twin, query + "&order_by_direction=asc")).Ids);
    }

    [Fact]
    public async Task Filters_are_joined_by_and_in_one_text_or_in_repeated_members()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(s_rows);
        const string A = """{"key":"provider","operator":"eq","value":["openai"]}""";
        const string B = """{"key":"cached","operator":"eq","value":[true]}""";
        Assert.Equal(["b"], (await GetAsync(twin, "filters=" + Uri.EscapeDataString($"[{A},{B}]"))).Ids);
        Assert.Equal(["b"], (await GetAsync(twin, $"filters={Uri.EscapeDataString(A)}&filters={Uri.EscapeDataString(B)}")).Ids);
        Assert.Equal(["c", "b", "a"], (await GetAsync(twin, "filters=[]")).Ids);
    }

    [Theory]
    [InlineData("start_date=2026-10-01T08:00:01Z", "bc")]
    [InlineData("end_date=2026-10-01T08:00:01Z", "ab")]
    [InlineData("start_date=2026-10-01T08:00:00.5Z&end_date=2026-10-01T08:00:01.5Z", "b")]
    [InlineData("start_date=2026-10-02T00:00:00Z&end_date=2026-10-01T00:00:00Z", "")]
    [InlineData("min_cost=0.5", "a")]
    [InlineData("max_cost=0", "b")]
    [InlineData("min_tokens_in=1&max_tokens_in=1", "b")]
    [InlineData("min_tokens_out=20", "a")]
    [InlineData("max_total_tokens=3", "b")]
    [InlineData("min_duration=100&max_duration=2999", "a")]
    [InlineData("feedback=1", "a")]
    [InlineData("feedback=0", "")]
    [InlineData("success=false", "c")]
    [InlineData("cached=true", "b")]
    [InlineData("provider=openai&model=gpt-4o", "a")]
    [InlineData("model_type=chat", "a")]
    [InlineData("request_content_type=text/plain", "c")]
    [InlineData("response_content_type=text/event-stream", "c")]
    [InlineData("search=OPS", "b")]
    [InlineData("search=cost_center", "a")]
    [InlineData("search=openai", "")]
    public async Task Flat_members_and_search_find_their_rows(string query, string expected)
    {
        using LogTwin twin = await LogTwin.WithRowsAsync(s_rows);
        Assert.Equal(expected, string.Concat((await GetAsync(twin, query + "&direction=asc")).Ids));
    }

    [Theory]
    [InlineData("""[{"key":"modell","operator":"eq","value":[]}]""", "query.filters.0.key: Invalid enum value. Expected 'id' | 'created_at'")]
    [InlineData("""[{"key":"id","operator":"eq","value":[]},{"key":"id","operator":"like","value":[]}]""", "query.filters.1.operator: Invalid enum value. Expected 'eq' | 'neq' | 'contains' | 'lt' | 'gt', received 'like'")]
    [InlineData("""[{"key":"id","operator":"eq"}]""", "query.filters.0.value: Required")]
    [InlineData("""[{"key":"id","operator":"eq","value":"a"}]""", "query.filters.0.value: Expected array, received string")]
    [InlineData("""[{"key":"id","operator":"eq","value":[{}]}]""", "query.filters.0.value.0: Invalid input")]
    [InlineData("""[7]""", "query.filters.0: Expected object, received number")]
    [InlineData("""[{"key":"created_at","operator":"gt","value":["yesterday"]}]""", "query.filters.0.value.0: Invalid date")]
    [InlineData("id eq a", "query.filters: Expected array, received string")]
    public async Task A_bad_filter_is_refused_with_its_place(string filters, string problem)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            Answer answer = await twin.Client.SendAsync(method, LogTwin.Logs + "?filters=" + Uri.EscapeDataString(filters), null, EmulatorOptions.DefaultToken);
            Assert.Equal(400, answer.Status);
            Assert.Equal(7001, answer.Code);
            Assert.StartsWith(problem, Assert.Single(answer.Problems), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("start_date=x", "query.start_date: Invalid datetime")]
    [InlineData("min_cost=x", "query.min_cost: Expected number, received nan")]
    [InlineData("success=maybe", "query.success: Expected boolean, received string")]
    [InlineData("feedback=-1", "query.feedback: Invalid enum value. Expected 0 | 1, received '-1'")]
    public async Task A_bad_flat_member_is_refused(string query, string problem)
    {
        using LogTwin twin = await LogTwin.MakeAsync();
        Answer answer = await twin.Client.GetAsync(LogTwin.Logs + "?" + query);
        Assert.Equal(400, answer.Status);
        Assert.Equal(problem, Assert.Single(answer.Problems));
    }

    [Fact]
    public async Task All_keys_and_operators_of_the_document_are_known()
    {
        JsonNode members = OpenApiDocument.Instance.Schemas["LogFilter"]!["properties"]!;
        Assert.Equal(members["key"]!["enum"]!.AsArray().Select(static key => (string)key!), LogFields.Keys);
        using LogTwin twin = await LogTwin.MakeAsync();
        await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 50, MetadataKeys = ["team"], Feedback = 0.5 });
        foreach (string? key in LogFields.Keys)
        {
            foreach (JsonNode? @operator in members["operator"]!["enum"]!.AsArray())
            {
                JsonNode value = key == "created_at" ? "2026-10-15T07:59:30Z" : 1;
                await twin.ListAsync(LogTwin.Filter(key, (string)@operator!, value));
            }
        }
    }

    private static Task<Answer> GetAsync(LogTwin twin, string query) =>
        twin.Inner.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + LogTwin.Logs + "?" + query, token: EmulatorOptions.DefaultToken);
}
