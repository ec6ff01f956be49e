using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Dynamic routes and the auto router.</summary>
public sealed class RouteTests
{
    private const string Start = """{"id":"start","type":"start","outputs":{"next":{"elementId":"a"}}}""";
    private const string End = """{"id":"end","type":"end","outputs":{}}""";

    // The example of the fact sheet, which was put together from the documentation.
    private const string Support = """
        [ {"id":"start","type":"start","outputs":{"next":{"elementId":"plan"}}},
          {"id":"plan","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"}}},
           "outputs":{"true":{"elementId":"cheap"},"false":{"elementId":"budget"}}},
          {"id":"budget","type":"rate","properties":{"limitType":"cost","key":"metadata.user_id","limit":5,"window":86400},
           "outputs":{"success":{"elementId":"split"},"fallback":{"elementId":"cheap"}}},
          {"id":"split","type":"percentage","outputs":{"10%":{"elementId":"big"},"90%":{"elementId":"mid"}}},
          {"id":"big","type":"model","properties":{"provider":"anthropic","model":"claude-sonnet-4-5","timeout":60000,"retries":2},
           "outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"mid"}}},
          {"id":"mid","type":"model","properties":{"provider":"openai","model":"gpt-4o-mini","timeout":60000,"retries":2},
           "outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"cheap"}}},
          {"id":"cheap","type":"model","properties":{"provider":"workers-ai","model":"@cf/meta/llama-3.1-8b-instruct","timeout":30000,"retries":1},
           "outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}},
          {"id":"end","type":"end","outputs":{}} ]
        """;

    private static readonly JsonObject s_chat = HostTwin.Chat("dynamic/r", "Hi");

    [Fact]
    public async Task A_condition_chooses_the_model()
    {
        using HostTwin twin = await WithGraphAsync(Support);
        Answer answer = await twin.CompatAsync(s_chat, "cf-aig-metadata: {\"plan\":\"free\"}");
        Assert.Equal("@cf/meta/llama-3.1-8b-instruct: Hi", answer.Says());
        Assert.Equal(("workers-ai", "@cf/meta/llama-3.1-8b-instruct", "0"), (answer.Headers["cf-aig-provider"], answer.Headers["cf-aig-model"], answer.Headers["cf-aig-step"]));
        JsonNode row = Assert.Single(await twin.LogsAsync());
        Assert.Equal("workers-ai", (string)row["provider"]!);
    }

    [Fact]
    public async Task Shares_are_kept_and_depend_on_the_event_only()
    {
        using HostTwin twin = await WithGraphAsync(Support);
        twin.App.Behaviour = twin.App.Behaviour with { UnifiedBillingLimit = 1000 };
        int big = 0;
        for (int i = 0; i < 200; i++)
        {
            string provider = await ProviderAsync(twin, $"cf-aig-event-id: e{i}");
            Assert.True(provider is "anthropic" or "openai", provider);
            Assert.True(i > 5 || provider == await ProviderAsync(twin, $"cf-aig-event-id: e{i}"));
            big += provider == "anthropic" ? 1 : 0;
        }

        Assert.InRange(big, 8, 40);
    }

    [Fact]
    public async Task A_failing_model_falls_back_after_its_retries()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "b", retries: 1), Model("b", "anthropic", "claude-x", "end"));
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 500 });
        Assert.Equal("openai", await ProviderAsync(twin));
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 500, Times = 2 });
        Answer answer = await twin.CompatAsync(s_chat, "cf-aig-event-id: e");
        Assert.Equal(("claude-x: Hi", "1", "anthropic"), (answer.Says(), answer.Headers["cf-aig-step"], answer.Headers["cf-aig-provider"]));
        Assert.Equal(2, (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("event_id", "eq", "e"))).Ids.Length);
    }

    [Fact]
    public async Task A_slow_model_falls_back_at_its_timeout_on_every_attempt()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "b", retries: 1, timeout: 100), Model("b", "anthropic", "claude-x", "end"));
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", DelayMs = 101, Times = 2 });
        Task<Answer> call = twin.CompatAsync(s_chat);
        twin.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.False(call.IsCompleted);
        twin.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("claude-x: Hi", (await call).Says());
    }

    [Fact]
    public async Task When_every_model_fails_the_last_error_is_answered()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "b"), Model("b", "anthropic", "claude-x", "end"));
        twin.App.AddProviderFault(new ProviderFault { Status = 500 });
        twin.App.AddProviderFault(new ProviderFault { Status = 502 });
        Assert.Equal(502, (await twin.CompatAsync(s_chat)).Status);
        twin.App.AddProviderFault(new ProviderFault { Status = 500 });
        twin.App.AddProviderFault(new ProviderFault { Reset = true });
        Assert.Equal((400, 2005), (await twin.CompatAsync(s_chat)).HostError());
    }

    [Theory]
    [InlineData("""{"metadata.a":{"$eq":"x"}}""", true)]
    [InlineData("""{"metadata.a":"x"}""", true)]
    [InlineData("""{"metadata.a":{"$ne":"x"}}""", false)]
    [InlineData("""{"metadata.a":{"$in":["y","x"]}}""", true)]
    [InlineData("""{"metadata.a":{"$in":["y"]}}""", false)]
    [InlineData("""{"metadata.n":{"$eq":5}}""", true)]
    [InlineData("""{"metadata.n":{"$eq":"5"}}""", true)]
    [InlineData("""{"metadata.none":{"$eq":"x"}}""", false)]
    [InlineData("""{"metadata.none":{"$ne":"x"}}""", true)]
    [InlineData("""{"metadata.a":"x","metadata.n":6}""", false)]
    [InlineData("""{"$and":[{"metadata.a":"x"},{"metadata.n":5}]}""", true)]
    [InlineData("""{"$and":[{"metadata.a":"x"},{"metadata.n":6}]}""", false)]
    [InlineData("""{"$or":[{"metadata.a":"y"},{"metadata.n":5}]}""", true)]
    [InlineData("""{"$or":[]}""", false)]
    [InlineData("""{"headers.x-tier":"gold"}""", true)]
    [InlineData("""{"body.temperature":0.5}""", true)]
    [InlineData("""{"body.options.deep":true}""", true)]
    [InlineData("""{"metadata.a":{"$gt":"a"}}""", false)]
    [InlineData("{}", false)]
    public async Task Conditions_look_at_metadata_headers_and_body(string condition, bool holds)
    {
        using HostTwin twin = await WithRouteAsync(
            $$$$"""{"id":"a","type":"conditional","properties":{"conditions":{{{{condition}}}}},"outputs":{"true":{"elementId":"yes"},"false":{"elementId":"no"}}}""",
            Model("yes", "openai", "gpt-4o", "end"), Model("no", "anthropic", "claude-x", "end"));
        JsonObject body = HostTwin.Chat("dynamic/r", "Hi", "temperature", 0.5);
        body["options"] = new JsonObject { ["deep"] = true };
        Answer answer = await twin.CompatAsync(body, "cf-aig-metadata: {\"a\":\"x\",\"n\":5}", "x-tier: gold");
        Assert.Equal(holds ? "openai" : "anthropic", answer.Headers["cf-aig-provider"]);
    }

    [Fact]
    public async Task A_limit_of_calls_counts_each_key_in_windows()
    {
        using HostTwin twin = await WithRouteAsync(Rate("count", 2), Model("ok", "openai", "gpt-4o", "end"), Model("over", "anthropic", "claude-x", "end"));
        Assert.Equal(("openai", "openai", "anthropic"), (await UserAsync(twin, "u"), await UserAsync(twin, "u"), await UserAsync(twin, "u")));
        Assert.Equal("openai", await UserAsync(twin, "v"));
        twin.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("openai", await UserAsync(twin, "u"));
    }

    [Fact]
    public async Task A_limit_of_money_counts_what_the_models_behind_it_cost()
    {
        using HostTwin twin = await WithRouteAsync(Rate("cost", 1), Model("ok", "openai", "gpt-4o", "end"), Model("over", "anthropic", "claude-x", "end"));
        Assert.Equal("openai", await UserAsync(twin, "u", "cf-aig-custom-cost: {\"total_cost\":0.6}"));
        Assert.Equal("openai", await UserAsync(twin, "u", "cf-aig-custom-cost: {\"total_cost\":0.6}"));
        Assert.Equal(("anthropic", "openai"), (await UserAsync(twin, "u"), await UserAsync(twin, "v")));
        twin.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("openai", await UserAsync(twin, "u"));
    }

    [Fact]
    public async Task Routes_stream_too()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "end"));
        Answer answer = await twin.CompatAsync(HostTwin.Chat("dynamic/r", "Hi", "stream", true));
        Assert.Equal("gpt-4o: Hi", HostAnswers.ChunksSay(answer.Body));
        Assert.Equal("gpt-4o", answer.Headers["cf-aig-model"]);
        Assert.Single(await twin.LogsAsync());
    }

    [Fact]
    public async Task A_route_can_be_a_step_of_the_universal_endpoint()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "end"));
        Answer answer = await twin.PostAsync(string.Empty, new JsonArray(new JsonObject { ["provider"] = "compat", ["endpoint"] = "chat/completions", ["query"] = s_chat.DeepClone() }));
        Assert.Equal("gpt-4o: Hi", answer.Says());
    }

    [Fact]
    public async Task An_unknown_route_is_an_error()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "end"));
        Assert.Equal((404, 7005), (await twin.CompatAsync(HostTwin.Chat("dynamic/other", "Hi"))).HostError());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":{"elementId":"end"}}},{"id":"end","type":"end","outputs":{}}]""")]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":{"elementId":"start"}}}]""")]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":{"elementId":"a"}}},{"id":"a","type":"model","properties":{"provider":"custom-mine","model":"m"},"outputs":{}}]""")]
    public async Task A_route_without_a_model_that_answers_has_no_answer(string elements)
    {
        using HostTwin twin = await WithGraphAsync(elements);
        Assert.Equal((400, 2005), (await twin.CompatAsync(s_chat)).HostError());
    }

    [Fact]
    public async Task Old_shares_with_an_else_still_work()
    {
        using HostTwin twin = await WithRouteAsync(
            """{"id":"a","type":"percentage","outputs":{"0%":{"elementId":"no"},"else":{"elementId":"yes"}}}""",
            Model("yes", "openai", "gpt-4o", "end"), Model("no", "anthropic", "claude-x", "end"));
        Assert.Equal("openai", await ProviderAsync(twin));
    }

    [Fact]
    public async Task The_rate_limit_of_the_gateway_goes_before_the_route()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "end"));
        await twin.SetGatewayAsync("\"rate_limiting_limit\":1,\"rate_limiting_interval\":60");
        Assert.Equal(200, (await twin.CompatAsync(s_chat)).Status);
        Assert.Equal((429, 2003), (await twin.CompatAsync(s_chat)).HostError());
    }

    [Fact]
    public async Task What_the_gateway_blocks_ends_the_route()
    {
        using HostTwin twin = await WithRouteAsync(Model("a", "openai", "gpt-4o", "b"), Model("b", "anthropic", "claude-x", "end"));
        await twin.SetGatewayAsync("\"guardrails\":{\"prompt\":{\"S1\":\"BLOCK\"},\"response\":{}}");
        Assert.Equal((424, 2016), (await twin.CompatAsync(HostTwin.Chat("dynamic/r", "unsafe-S1"))).HostError());
        Assert.Single(await twin.LogsAsync());
    }

    [Theory]
    [InlineData(null, null, "openai/gpt-5-nano", "cost_optimal_within_pool")]
    [InlineData("anthropic/*", null, "anthropic/claude-haiku-4-5", "cost_optimal_within_pool")]
    [InlineData("anthropic/claude-sonnet-4-5, openai/none", null, "anthropic/claude-sonnet-4-5", "forced_by_candidate_pool")]
    [InlineData(null, "google-ai-studio", "google-ai-studio/gemini-2.5-flash", "forced_by_candidate_pool")]
    [InlineData("openai/*", "openai,anthropic", "openai/gpt-5-nano", "cost_optimal_within_pool")]
    [InlineData("*", null, null, null)]
    [InlineData("openai/*", "anthropic", null, null)]
    public async Task The_auto_router_takes_the_cheapest_allowed_model(string? models, string? providers, string? expected, string? reason)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        List<string> headers = [];
        headers.AddRange(models is null ? [] : ["cf-aig-allowed-models: " + models]);
        headers.AddRange(providers is null ? [] : ["cf-aig-allowed-providers: " + providers]);
        Answer answer = await twin.CompatAsync(HostTwin.Chat("cloudflare/auto", "Hi"), [.. headers]);
        if (expected is null)
        {
            Assert.Equal((400, 0), answer.HostError());
            return;
        }

        Assert.Equal((expected, reason), (answer.Headers["cf-aig-routed-model"], answer.Headers["cf-aig-routing-reason"]));
        Assert.Equal(expected.Split('/')[1] + ": Hi", answer.Says());
        Assert.NotEmpty(answer.Headers["cf-aig-routing-decision-id"]);
    }

    [Fact]
    public async Task The_auto_router_falls_back_and_keeps_a_turns_model()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 500 });
        Answer answer = await twin.CompatAsync(HostTwin.Chat("cloudflare/auto", "Hi"), "cf-aig-turn-id: t");
        Assert.Equal(("google-ai-studio/gemini-2.5-flash", "fallback_provider_error"), (answer.Headers["cf-aig-routed-model"], answer.Headers["cf-aig-routing-reason"]));
        answer = await twin.CompatAsync(HostTwin.Chat("cloudflare/auto", "Ho"), "cf-aig-turn-id: t");
        Assert.Equal(("google-ai-studio/gemini-2.5-flash", "pinned_by_turn"), (answer.Headers["cf-aig-routed-model"], answer.Headers["cf-aig-routing-reason"]));
        answer = await twin.PostAsync("compat/responses", new JsonObject { ["model"] = "cloudflare/auto", ["input"] = "Hi" });
        Assert.Equal("gpt-5-nano: Hi", (string)answer.Json["output"]![0]!["content"]![0]!["text"]!);
    }

    private static async Task<string> ProviderAsync(HostTwin twin, params string[] headers)
    {
        Answer answer = await twin.CompatAsync(s_chat, headers);
        Assert.Equal(200, answer.Status);
        return answer.Headers["cf-aig-provider"];
    }

    private static Task<string> UserAsync(HostTwin twin, string user, params string[] headers) =>
        ProviderAsync(twin, ["cf-aig-metadata: {\"user\":\"" + user + "\"}", .. headers]);

    private static string Model(string id, string provider, string model, string fallback, int retries = 0, int timeout = 60_000) =>
        $$$$"""{"id":"{{{{id}}}}","type":"model","properties":{"provider":"{{{{provider}}}}","model":"{{{{model}}}}","timeout":{{{{timeout}}}},"retries":{{{{retries}}}}},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"{{{{fallback}}}}"}}}""";

    private static string Rate(string type, int limit) =>
        $$$$"""{"id":"a","type":"rate","properties":{"limitType":"{{{{type}}}}","key":"metadata.user","limit":{{{{limit}}}},"window":60},"outputs":{"success":{"elementId":"ok"},"fallback":{"elementId":"over"}}}""";

    private static Task<HostTwin> WithRouteAsync(params string[] elements) => WithGraphAsync("[" + string.Join(',', elements.Prepend(Start).Append(End)) + "]");

    private static async Task<HostTwin> WithGraphAsync(string graph)
    {
        HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { Routes = new OneRoute(graph) };
        return twin;
    }

    private sealed class OneRoute(string elements) : IRouteGraphSource
    {
        public RouteGraph? Find(StateTables tables, string accountId, string gatewayId, string name) =>
            (accountId, gatewayId, name) == (Twin.Account, "g", "r") ? RouteGraph.Read(name, JsonReading.TryParse(Encoding.UTF8.GetBytes(elements)) ?? default) : null;
    }
}
