using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Limits of calls and of money.</summary>
public sealed class LimitTests
{
    private static readonly JsonObject s_chat = HostTwin.Chat("openai/gpt-4o-mini", "Hello");

    [Fact]
    public async Task A_fixed_limit_counts_in_windows_of_the_clock()
    {
        // The clock of the twin starts at 08:00:00.123.
        using HostTwin twin = await HostTwin.MakeAsync("\"rate_limiting_limit\":2,\"rate_limiting_interval\":60,\"rate_limiting_technique\":\"fixed\"");
        twin.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal((200, 200), (await StatusAsync(twin), await StatusAsync(twin)));
        Answer refused = await twin.CompatAsync(s_chat);
        Assert.Equal((429, 2003), refused.HostError());
        Assert.DoesNotContain("retry-after", refused.Headers.Keys);
        twin.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((200, 200, 429), (await StatusAsync(twin), await StatusAsync(twin), await StatusAsync(twin)));
    }

    [Fact]
    public async Task A_sliding_limit_looks_back_from_now()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"rate_limiting_limit\":2,\"rate_limiting_interval\":60,\"rate_limiting_technique\":\"sliding\"");
        twin.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, await StatusAsync(twin));
        twin.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal((200, 429), (await StatusAsync(twin), await StatusAsync(twin)));
        twin.Time.Advance(TimeSpan.FromSeconds(44));
        Assert.Equal(429, await StatusAsync(twin));
        twin.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((200, 429), (await StatusAsync(twin), await StatusAsync(twin)));
    }

    [Fact]
    public async Task Each_gateway_has_its_own_limit_and_the_REST_API_counts_too()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"rate_limiting_limit\":1,\"rate_limiting_interval\":60");
        Assert.Equal(200, (await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"))).Status);
        Answer refused = await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"));
        Assert.Equal((429, 2003), refused.HostError());
        Assert.Equal(200, (await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"), "cf-aig-gateway-id: default")).Status);
    }

    [Fact]
    public async Task Spending_is_limited_in_windows()
    {
        using HostTwin twin = await WithRuleAsync("""{"id":"daily","limitType":"cost","limit":1,"window":3600,"technique":"fixed"}""");
        Assert.Equal(200, await PayAsync(twin, 0.6));
        Assert.Equal(200, await PayAsync(twin, 0.6));
        Answer refused = await twin.CompatAsync(s_chat);
        Assert.Equal((429, 2045), refused.HostError());
        Assert.Equal("Spend limit exceeded: rule 'daily' (cost limit 1 per 3600s, fixed) for all requests", (string)refused.Json["message"]!);
        twin.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, await PayAsync(twin, 0));
    }

    [Fact]
    public async Task A_sliding_window_forgets_bit_by_bit()
    {
        using HostTwin twin = await WithRuleAsync("""{"id":"r","limitType":"cost","limit":1,"window":60}""");
        await PayAsync(twin, 0.5);
        twin.Time.Advance(TimeSpan.FromSeconds(30));
        await PayAsync(twin, 0.5);
        Assert.Equal(429, await PayAsync(twin, 0));
        twin.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(200, await PayAsync(twin, 0));
    }

    [Theory]
    [InlineData("""{"provider":{"mode":"filter","values":["openai"]}}""", 429)]
    [InlineData("""{"provider":{"mode":"filter","values":["anthropic"]}}""", 200)]
    [InlineData("""{"model":{"mode":"filter","values":["gpt-4o-mini"]}}""", 429)]
    [InlineData("""{"model":{"mode":"filter","values":["openai/gpt-4o-mini"]}}""", 429)]
    [InlineData("""{"model":{"mode":"filter","values":["gpt-4o"]}}""", 200)]
    [InlineData("""{"metadata":{"user":{"mode":"filter","values":["a"]}}}""", 429)]
    [InlineData("""{"metadata":{"user":{"mode":"filter","values":["b"]}}}""", 200)]
    [InlineData("""{"metadata":{"user":{"mode":"partition"}}}""", 429)]
    [InlineData("""{"metadata":{"team":{"mode":"partition"}}}""", 200)]
    [InlineData("""{"enabled":false}""", 200)]
    public async Task A_rule_is_for_what_it_names(string members, int status)
    {
        JsonObject rule = JsonNode.Parse(members)!.AsObject();
        rule["limitType"] = "cost";
        rule["limit"] = 1;
        rule["window"] = 60;
        using HostTwin twin = await WithRuleAsync(rule.ToJsonString());
        await PayAsync(twin, 1, "a");
        Assert.Equal(status, await PayAsync(twin, 0, "a"));
    }

    [Fact]
    public async Task A_partition_counts_each_value_alone()
    {
        using HostTwin twin = await WithRuleAsync("""{"id":"r","limitType":"cost","limit":1,"window":60,"metadata":{"user":{"mode":"partition"}}}""");
        await PayAsync(twin, 1, "a");
        Assert.Equal((200, 429), (await PayAsync(twin, 1, "b"), await PayAsync(twin, 0, "a")));
        Answer refused = await twin.CompatAsync(s_chat, "cf-aig-metadata: {\"user\":\"b\"}");
        Assert.EndsWith("for user=b", (string)refused.Json["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_that_are_off_limit_nothing()
    {
        using HostTwin twin = await HostTwin.MakeAsync("""
            "spend_limits":{"enabled":false,"rules":[{"limitType":"cost","limit":0,"window":60}]}
            """);
        Assert.Equal(200, await StatusAsync(twin));
    }

    private static Task<HostTwin> WithRuleAsync(string rule) => HostTwin.MakeAsync("\"spend_limits\":{\"enabled\":true,\"rules\":[" + rule + "]}");

    private static async Task<int> StatusAsync(HostTwin twin) => (await twin.CompatAsync(s_chat)).Status;

    private static async Task<int> PayAsync(HostTwin twin, double cost, string user = "a") => (await twin.CompatAsync(
        s_chat,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cf-aig-custom-cost: {{\"total_cost\":{cost}}}"),
        "cf-aig-metadata: {\"user\":\"" + user + "\"}")).Status;
}
