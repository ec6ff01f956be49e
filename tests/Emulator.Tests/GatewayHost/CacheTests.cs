using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Answers that are given again.</summary>
public sealed class CacheTests
{
    private static readonly JsonObject s_chat = HostTwin.Chat("openai/gpt-4o-mini", "Hello");

    [Fact]
    public async Task An_answer_is_given_again_until_its_time_is_over()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        Answer first = await twin.CompatAsync(s_chat);
        Answer again = await twin.CompatAsync(s_chat);
        Assert.Equal(("MISS", "HIT", first.Body), (Status(first), Status(again), again.Body));
        JsonNode row = (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{again.Headers["cf-aig-log-id"]}")).Result;
        Assert.Equal((true, 0.0, 5), ((bool)row["cached"]!, (double)row["cost"]!, (int)row["tokens_out"]!));
        twin.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal("HIT", Status(await twin.CompatAsync(s_chat)));
        twin.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("MISS", Status(await twin.CompatAsync(s_chat)));
    }

    [Theory]
    [InlineData("", null, 0)]
    [InlineData("", "cf-aig-cache-ttl: 120", 120)]
    [InlineData("", "cf-aig-cache-ttl: 5", 60)]
    [InlineData("", "cf-aig-cache-ttl: 99999999", 2592000)]
    [InlineData("", "cf-cache-ttl: 120", 120)]
    [InlineData("", "cf-aig-cache-key: mine", 300)]
    [InlineData("\"cache_ttl\":600", "cf-aig-cache-key: mine", 600)]
    [InlineData("\"cache_ttl\":600", "cf-aig-cache-ttl: 120", 120)]
    [InlineData("\"cache_ttl\":600", "cf-aig-cache-ttl: 0", 0)]
    [InlineData("\"cache_ttl\":600", "cf-aig-cache-ttl: soon", 600)]
    [InlineData("\"cache_ttl\":600", "cf-aig-skip-cache: true", 0)]
    [InlineData("\"cache_ttl\":600", "cf-skip-cache: true", 0)]
    public async Task How_long_is_the_callers_choice_then_the_gateways(string settings, string? header, int seconds)
    {
        using HostTwin twin = await HostTwin.MakeAsync(settings);
        string[] headers = header is null ? [] : [header];
        await twin.CompatAsync(s_chat, headers);
        Assert.Equal(seconds > 0 ? "HIT" : "MISS", Status(await twin.CompatAsync(s_chat, headers)));
        if (seconds > 0)
        {
            twin.Time.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.Equal("HIT", Status(await twin.CompatAsync(s_chat, headers)));
            twin.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("MISS", Status(await twin.CompatAsync(s_chat, headers)));
        }
    }

    [Fact]
    public async Task Only_the_same_request_with_the_same_key_has_the_same_answer()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        await twin.CompatAsync(s_chat);
        Assert.Equal("MISS", Status(await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o-mini", "Hello!"))));
        Assert.Equal("MISS", Status(await twin.CompatAsync(s_chat, "Authorization: Bearer sk-mine")));
        Assert.Equal("HIT", Status(await twin.CompatAsync(s_chat, "Authorization: Bearer sk-mine")));
        Assert.Equal("MISS", Status(await twin.CompatAsync(s_chat, "Authorization: Bearer sk-other")));
        Assert.Equal("HIT", Status(await twin.CompatAsync(s_chat, "cf-aig-metadata: {\"a\":1}")));
    }

    [Fact]
    public async Task A_key_of_the_callers_stands_for_any_request()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        await twin.CompatAsync(s_chat, "cf-aig-cache-key: mine");
        Answer other = await twin.CompatAsync(HostTwin.Chat("anthropic/claude-x", "Bye"), "cf-aig-cache-key: mine");
        Assert.Equal(("HIT", "gpt-4o-mini: Hello"), (Status(other), other.Says()));
    }

    [Theory]
    [InlineData(true, "MISS")]
    [InlineData(false, "HIT")]
    public async Task An_update_of_the_gateway_can_empty_its_cache(bool invalidates, string expected)
    {
        using var twin = new HostTwin();
        JsonObject settings = Twin.Body("g", "cache_ttl", 600);
        settings["cache_invalidate_on_update"] = invalidates;
        await twin.Inner.CreateAsync(settings);
        await twin.CompatAsync(s_chat);
        twin.Time.Advance(TimeSpan.FromSeconds(1));
        settings.Remove("id");
        await twin.Inner.Client.PutAsync(Twin.Gateways + "/g", settings);
        Assert.Equal(expected, Status(await twin.CompatAsync(s_chat)));
        Assert.Equal("HIT", Status(await twin.CompatAsync(s_chat)));
    }

    [Fact]
    public async Task A_new_gateway_of_the_same_name_knows_nothing()
    {
        using var twin = new HostTwin();
        await twin.Inner.CreateAsync(Twin.Body("g", "cache_ttl", 600));
        await twin.CompatAsync(s_chat);
        twin.Time.Advance(TimeSpan.FromSeconds(1));
        await twin.Inner.Client.DeleteAsync(Twin.Gateways + "/g");
        await twin.Inner.CreateAsync(Twin.Body("g", "cache_ttl", 600));
        Assert.Equal("MISS", Status(await twin.CompatAsync(s_chat)));
    }

    [Fact]
    public async Task Streams_and_errors_are_not_kept()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        JsonObject stream = HostTwin.Chat("openai/gpt-4o-mini", "Hello", "stream", true);
        await twin.CompatAsync(stream);
        Assert.Equal("MISS", Status(await twin.CompatAsync(stream)));
        twin.App.AddProviderFault(new ProviderFault { Status = 500 });
        Assert.Equal((500, "MISS"), (await twin.CompatAsync(s_chat) is var failed ? failed.Status : 0, Status(failed)));
        Answer answer = await twin.CompatAsync(s_chat);
        Assert.Equal((200, "MISS"), (answer.Status, Status(answer)));
    }

    [Fact]
    public async Task An_answer_from_the_cache_passes_by_checks_and_spend_limits()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        JsonObject chat = HostTwin.Chat("openai/gpt-4o-mini", "unsafe-S1");
        await twin.CompatAsync(chat);
        await twin.SetGatewayAsync(
            "\"created_at\":\"2026-10-15T08:00:00.123Z\",\"cache_ttl\":600,\"guardrails\":{\"prompt\":{\"S1\":\"BLOCK\"},\"response\":{}}");
        Assert.Equal("HIT", Status(await twin.CompatAsync(chat)));
        Assert.Equal(424, (await twin.CompatAsync(chat, "cf-aig-skip-cache: true")).Status);
    }

    [Fact]
    public async Task Answers_of_the_REST_API_are_kept_too_and_in_their_envelope()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        JsonObject body = new() { ["model"] = "openai/gpt-4.1", ["input"] = JsonNode.Parse("""{"messages":[{"role":"user","content":"Hi"}]}""") };
        Answer first = await twin.RestAsync("run", body);
        Answer again = await twin.RestAsync("run", body);
        Assert.Equal(("HIT", first.Body), (Status(again), again.Body));
    }

    [Fact]
    public async Task Each_step_of_the_universal_endpoint_has_its_own_choice()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"cache_ttl\":600");
        var step = new JsonObject
        {
            ["provider"] = "openai",
            ["endpoint"] = "chat/completions",
            ["headers"] = new JsonObject { ["cf-aig-cache-ttl"] = 0 },
            ["query"] = HostTwin.Chat("gpt-4o", "Hi"),
        };
        string body = new JsonArray(step).ToJsonString();
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("MISS", Status(await twin.SendAsync(HttpMethod.Post, HostTwin.Host, body, "cf-aig-authorization: " + HostTwin.Token, "cf-aig-cache-ttl: 120")));
        }
    }

    private static string Status(Answer answer) => answer.Headers["cf-aig-cache-status"];
}
