using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The log rows of calls, and the headers that lead to them.</summary>
public sealed class CallLogTests
{
    private static readonly JsonObject s_chat = HostTwin.Chat("openai/gpt-4o-mini", "Hello");

    [Fact]
    public async Task A_call_is_a_row_with_its_bodies()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { DelayMs = 250 });
        Task<Answer> call = twin.CompatAsync(s_chat, "cf-aig-metadata: {\"team\":\"a\",\"n\":1,\"ok\":true}", "User-Agent: my-app/1.0");
        twin.Time.Advance(TimeSpan.FromMilliseconds(250));
        Answer answer = await call;
        string id = answer.Headers["cf-aig-log-id"];
        Assert.Equal(id, answer.Headers["cf-aig-request-id"]);
        Assert.Equal(id, answer.Headers["cf-aig-event-id"]);
        Assert.Equal(("0", "MISS"), (answer.Headers["cf-aig-step"], answer.Headers["cf-aig-cache-status"]));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);

        JsonNode row = (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}")).Result;
        Assert.Equal(("openai", "gpt-4o-mini", "chat/completions", "chat"), ((string)row["provider"]!, (string)row["model"]!, (string)row["path"]!, (string)row["request_type"]!));
        Assert.Equal((2, 5, 250, 200), ((int)row["tokens_in"]!, (int)row["tokens_out"]!, (int)row["duration"]!, (int)row["status_code"]!));
        Assert.Equal((true, false, false), ((bool)row["success"]!, (bool)row["cached"]!, (bool)row["custom_cost"]!));
        Assert.Equal(((2 * 0.15) + (5 * 0.6)) / 1e6, (double)row["cost"]!, 12);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string)row["created_at"]!);
        Assert.Equal("""{"team":"a","n":1,"ok":true}""", (string)row["metadata"]!);
        Assert.Equal(s_chat.ToJsonString(), (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}/request")).Body);
        Assert.Equal(answer.Body, (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}/response")).Body);
        Assert.Equal([id], (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("event_id", "eq", id))).Ids);
        Assert.Equal([id], (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("user_agent", "eq", "my-app/1.0"))).Ids);
        Assert.Equal([id], (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("compatibilityMode", "eq", true))).Ids);
        Assert.Equal([id], (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("metadata.value", "eq", "a"))).Ids);
    }

    [Fact]
    public async Task A_stream_is_logged_when_it_is_over_with_what_was_sent()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o-mini", "Hello", "stream", true));
        string id = answer.Headers["cf-aig-log-id"];
        JsonNode row = (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}")).Result;
        Assert.Equal(("text/event-stream", 5), ((string)row["response_content_type"]!, (int)row["tokens_out"]!));
        Assert.True((double)row["cost"]! > 0);
        Answer response = await twin.SendAsync(HttpMethod.Get, $"/client/v4{LogTwin.Logs}/{id}/response", null, "Authorization: " + HostTwin.Token);
        Assert.Equal((answer.Body, "text/event-stream"), (response.Body, response.Headers["content-type"]));
    }

    [Theory]
    [InlineData("\"collect_logs\":true", null, true)]
    [InlineData("\"collect_logs\":true", "cf-aig-collect-log: false", false)]
    [InlineData("\"collect_logs\":false", null, false)]
    [InlineData("\"collect_logs\":false", "cf-aig-collect-log: true", true)]
    public async Task Whether_a_row_is_written_is_the_gateways_and_the_callers_choice(string settings, string? header, bool isLogged)
    {
        using HostTwin twin = await HostTwin.MakeAsync(settings);
        Answer answer = await twin.CompatAsync(s_chat, header is null ? [] : [header]);
        Assert.Equal(isLogged, answer.Headers.ContainsKey("cf-aig-log-id"));
        Assert.True(answer.Headers.ContainsKey("cf-aig-event-id"));
        Assert.Equal(isLogged ? 1 : 0, (await twin.LogsAsync()).Count);
    }

    [Fact]
    public async Task Bodies_can_be_left_out()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        string id = (await twin.CompatAsync(s_chat, "cf-aig-collect-log-payload: false")).Headers["cf-aig-log-id"];
        Assert.Equal(5, (int)(await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}")).Result["tokens_out"]!);
        Assert.Equal(404, (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}/request")).Status);
        Assert.Equal(404, (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{id}/response")).Status);
    }

    [Fact]
    public async Task The_callers_event_id_is_kept()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(s_chat, "cf-aig-event-id: mine-1");
        Assert.Equal("mine-1", answer.Headers["cf-aig-event-id"]);
        Assert.Equal([answer.Headers["cf-aig-log-id"]], (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("event_id", "eq", "mine-1"))).Ids);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}""", """{"a":1,"b":2,"c":3,"d":4,"e":5}""")]
    [InlineData("""{"cf.user_id":"x","a":1}""", """{"a":1}""")]
    [InlineData("""{"a":1,"b":{"c":2}}""", null)]
    [InlineData("""{"a":1,"b":null}""", null)]
    [InlineData("""{"a":1,"b":[]}""", null)]
    [InlineData("[1]", null)]
    [InlineData("nonsense", null)]
    [InlineData("{}", null)]
    public async Task Metadata_is_flat_and_small_or_dropped_without_a_word(string given, string? kept)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal(200, (await twin.CompatAsync(s_chat, "cf-aig-metadata: " + given)).Status);
        Assert.Equal(kept, (string?)Assert.Single(await twin.LogsAsync())["metadata"]);
    }

    [Theory]
    [InlineData("""{"per_token_in":0.01,"per_token_out":0.1}""", 0.52, true)]
    [InlineData("""{"total_cost":7}""", 7, true)]
    [InlineData("""{"per_token_in":0}""", 0, true)]
    [InlineData("{}", 3.3e-6, false)]
    [InlineData("nonsense", 3.3e-6, false)]
    public async Task Callers_may_name_the_price(string header, double cost, bool isCustom)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await twin.CompatAsync(s_chat, "cf-aig-custom-cost: " + header);
        JsonNode row = Assert.Single(await twin.LogsAsync());
        Assert.Equal(cost, (double)row["cost"]!, 12);
        Assert.Equal(isCustom, (bool)row["custom_cost"]!);
    }

    [Theory]
    [InlineData("""{"per_token_in":1,"per_cache_read_token":0.5}""", 512)]
    [InlineData("""{"per_token_in":1}""", 1024)]
    public async Task Tokens_from_the_providers_cache_can_have_a_price_of_their_own(string header, double cost)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", new string('x', 4096)), "cf-aig-custom-cost: " + header);
        Assert.Equal(cost, (double)Assert.Single(await twin.LogsAsync())["cost"]!, 6);
    }

    [Fact]
    public async Task A_model_without_a_price_has_no_cost()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await twin.CompatAsync(HostTwin.Chat("openai/gpt-99", "Hello"));
        Assert.Null(Assert.Single(await twin.LogsAsync())["cost"]);
    }

    [Fact]
    public async Task The_accounts_own_price_goes_before_the_twins()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { Prices = new OnePrice() };
        await twin.CompatAsync(s_chat);
        Assert.Equal(2 + 50, (double)Assert.Single(await twin.LogsAsync())["cost"]!);
    }

    [Fact]
    public async Task What_the_gateway_refuses_after_it_let_a_call_in_is_logged()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"rate_limiting_limit\":1,\"rate_limiting_interval\":60");
        await twin.CompatAsync(s_chat);
        Answer refused = await twin.CompatAsync(s_chat);
        JsonNode row = (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{refused.Headers["cf-aig-log-id"]}")).Result;
        Assert.Equal((429, false, null), ((int)row["status_code"]!, (bool)row["success"]!, row["tokens_out"]));
        Assert.DoesNotContain("cf-aig-cache-status", refused.Headers.Keys);
    }

    [Fact]
    public async Task A_full_gateway_keeps_as_many_rows_as_it_may()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"log_management\":2,\"log_management_strategy\":\"DELETE_OLDEST\"");
        for (int i = 0; i < 3; i++)
        {
            await twin.CompatAsync(s_chat);
            twin.Time.Advance(TimeSpan.FromSeconds(1));
        }

        IReadOnlyList<JsonNode> rows = await twin.LogsAsync();
        Assert.Equal(["2026-10-15T08:00:01.123Z", "2026-10-15T08:00:02.123Z"], [(string)rows[0]["created_at"]!, (string)rows[1]["created_at"]!]);
    }

    [Fact]
    public async Task Rows_have_different_ids_in_the_same_moment_and_after_a_seed()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await twin.App.AddLogAsync("g", "{}", cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 20; i++)
        {
            await twin.CompatAsync(s_chat);
        }

        Assert.Equal(21, (await twin.LogsAsync()).Count);
    }

    [Fact]
    public async Task Nothing_of_a_call_survives_a_reset()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        await twin.CompatAsync(s_chat);
        twin.App.AddProviderFault(new ProviderFault { Status = 500, Times = -1 });
        await twin.App.ResetAsync(TestContext.Current.CancellationToken);
        await twin.SetGatewayAsync("\"cache_ttl\":600");
        Answer answer = await twin.CompatAsync(s_chat);
        Assert.Equal((200, "MISS"), (answer.Status, answer.Headers["cf-aig-cache-status"]));
    }

    private sealed class OnePrice : IPriceSource
    {
        public TokenPrice? Find(StateTables tables, string accountId, string provider, string model) =>
            (accountId, provider, model) == (Twin.Account, "openai", "gpt-4o-mini") ? new TokenPrice(1, 10) : null;
    }
}
