using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class CallOptionTests
{
    [Fact]
    public async Task Every_option_has_its_header()
    {
        var options = new CallOptions
        {
            CacheTtl = 3600,
            CacheKey = "faq-1",
            Metadata = new Dictionary<string, object?> { ["user"] = "grüezi", ["n"] = 7, ["paid"] = true },
            CollectLog = true,
            CollectLogPayload = false,
            EventId = "e-1",
            RequestTimeout = 5000,
            MaxAttempts = 3,
            RetryDelay = 250,
            Backoff = RetryBackoff.Exponential,
            CustomCost = new CallCost { PerTokenIn = 0.000001m, PerTokenOut = 0.000002m },
            NoUnifiedBilling = true,
            Zdr = true,
        };
        IReadOnlyDictionary<string, string> sent = await SendAsync(options);
        Assert.Equal("3600", sent["cf-aig-cache-ttl"]);
        Assert.Equal("faq-1", sent["cf-aig-cache-key"]);
        Assert.Equal("""{"user":"gr\u00FCezi","n":7,"paid":true}""", sent["cf-aig-metadata"]);
        Assert.Equal("true", sent["cf-aig-collect-log"]);
        Assert.Equal("false", sent["cf-aig-collect-log-payload"]);
        Assert.Equal("e-1", sent["cf-aig-event-id"]);
        Assert.Equal("5000", sent["cf-aig-request-timeout"]);
        Assert.Equal("3", sent["cf-aig-max-attempts"]);
        Assert.Equal("250", sent["cf-aig-retry-delay"]);
        Assert.Equal("exponential", sent["cf-aig-backoff"]);
        Assert.Equal("""{"per_token_in":0.000001,"per_token_out":0.000002}""", sent["cf-aig-custom-cost"]);
        Assert.Equal("true", sent["cf-aig-no-wholesale"]);
        Assert.Equal("true", sent["cf-aig-zdr"]);
        Assert.DoesNotContain("cf-aig-skip-cache", sent.Keys);
    }

    [Fact]
    public async Task What_is_not_asked_is_not_sent()
    {
        Assert.Equal(["cf-aig-gateway-id"], (await SendAsync(new CallOptions())).Keys.Where(n => n.StartsWith("cf-aig-", StringComparison.Ordinal)));
        Assert.Equal("true", (await SendAsync(new CallOptions { SkipCache = true }))["cf-aig-skip-cache"]);
        Assert.Equal("0", (await SendAsync(new CallOptions { CacheTtl = 0 }))["cf-aig-cache-ttl"]);
        Assert.DoesNotContain("cf-aig-metadata", (await SendAsync(new CallOptions { Metadata = new Dictionary<string, object?>() })).Keys);
    }

    [Fact]
    public async Task What_is_asked_of_the_automatic_router_has_its_headers()
    {
        var routing = new AutoRouting { AllowedModels = ["openai/*", "google-ai-studio/gemini-2.5-flash"], AllowedProviders = ["openai"], SessionId = "s-1", TurnId = "t-1", NoSessionAffinity = true };
        IReadOnlyDictionary<string, string> sent = await SendAsync(Chats.Of("cloudflare/auto", routing: routing));
        Assert.Equal("openai/*,google-ai-studio/gemini-2.5-flash", sent["cf-aig-allowed-models"]);
        Assert.Equal("openai", sent["cf-aig-allowed-providers"]);
        Assert.Equal(("s-1", "t-1", "true"), (sent["cf-aig-session-id"], sent["cf-aig-turn-id"], sent["cf-aig-no-session-affinity"]));
        Assert.Equal(["cf-aig-authorization"], (await SendAsync(Chats.Of("cloudflare/auto"))).Keys.Where(n => n.StartsWith("cf-aig-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("openai/gpt-5-nano", "openai")]
    [InlineData("google/gemini-2.5-flash", "google-ai-studio")]
    [InlineData("newcomer/model", "newcomer")]
    [InlineData("model", null)]
    public async Task What_the_automatic_router_chose_is_told(string routed, string? provider)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, Chats.OpenAiAnswer, ("cf-aig-routed-model", routed), ("cf-aig-routing-reason", "cost_optimal_within_pool")));
        AiGatewayChatResult result = await bench.Client.Inference.ChatAsync(Chats.Of("cloudflare/auto"), bench.Call);
        Assert.Equal((provider, "cost_optimal_within_pool"), (result.Provider, result.RoutingReason));
    }

    public static TheoryData<string> Broken =>
    [
        "ttl 59", "ttl -1", "ttl month", "skip and key", "skip and ttl", "key empty", "key line", "key long", "event umlaut", "six", "nested", "list", "null", "cf.", "nameless",
        "NaN", "attempts 0", "attempts 6", "delay 5001", "delay -1", "backoff", "timeout 0", "cost none", "cost negative", "cost both", "cost half",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Limits_are_kept(string what) => Assert.NotNull(CallOptionRules.Explain(Break(what), InferenceSurface.Native));

    [Fact]
    public void What_is_within_the_limits_passes()
    {
        Assert.Null(CallOptionRules.Explain(new CallOptions(), InferenceSurface.Native));
        Assert.Null(CallOptionRules.Explain(new CallOptions { CacheTtl = 60, RetryDelay = 5000, MaxAttempts = 5, Metadata = Metadata(5, 1.5) }, InferenceSurface.Native));
        Assert.Null(CallOptionRules.Explain(new CallOptions { CacheTtl = 0, SkipCache = true, RetryDelay = 60_000 }, InferenceSurface.Rest));
        Assert.Null(CallOptionRules.Explain(new CallOptions { CustomCost = new CallCost { TotalCost = 0 } }, InferenceSurface.Rest));
        Assert.NotNull(CallOptionRules.Explain(new CallOptions { RetryDelay = 60_001 }, InferenceSurface.Rest));
    }

    private static CallOptions Break(string what) => what switch
    {
        "ttl 59" => new CallOptions { CacheTtl = 59 },
        "ttl -1" => new CallOptions { CacheTtl = -1 },
        "ttl month" => new CallOptions { CacheTtl = (31 * 24 * 3600) + 1 },
        "skip and key" => new CallOptions { SkipCache = true, CacheKey = "k" },
        "skip and ttl" => new CallOptions { SkipCache = true, CacheTtl = 60 },
        "key empty" => new CallOptions { CacheKey = " " },
        "key line" => new CallOptions { CacheKey = "a\nb" },
        "key long" => new CallOptions { CacheKey = new string('k', 1025) },
        "event umlaut" => new CallOptions { EventId = "ü" },
        "six" => new CallOptions { Metadata = Metadata(6, "x") },
        "nested" => new CallOptions { Metadata = Metadata(1, new Dictionary<string, object?>()) },
        "list" => new CallOptions { Metadata = Metadata(1, new List<int> { 1 }) },
        "null" => new CallOptions { Metadata = Metadata(1, null) },
        "cf." => new CallOptions { Metadata = new Dictionary<string, object?> { ["cf.user"] = "x" } },
        "nameless" => new CallOptions { Metadata = new Dictionary<string, object?> { [""] = "x" } },
        "NaN" => new CallOptions { Metadata = Metadata(1, double.NaN) },
        "attempts 0" => new CallOptions { MaxAttempts = 0 },
        "attempts 6" => new CallOptions { MaxAttempts = 6 },
        "delay 5001" => new CallOptions { RetryDelay = 5001 },
        "delay -1" => new CallOptions { RetryDelay = -1 },
        "backoff" => new CallOptions { Backoff = RetryBackoff.Unknown },
        "timeout 0" => new CallOptions { RequestTimeout = 0 },
        "cost none" => new CallOptions { CustomCost = new CallCost() },
        "cost negative" => new CallOptions { CustomCost = new CallCost { PerTokenIn = -1, PerTokenOut = 1 } },
        "cost both" => new CallOptions { CustomCost = new CallCost { TotalCost = 1, PerTokenIn = 1, PerTokenOut = 1 } },
        _ => new CallOptions { CustomCost = new CallCost { PerTokenIn = 1 } },
    };

    private static Dictionary<string, object?> Metadata(int count, object? value) => Enumerable.Range(0, count).ToDictionary(i => $"n{i}", _ => value);

    private static Task<IReadOnlyDictionary<string, string>> SendAsync(CallOptions options) => SendAsync(Chats.Of("openai/gpt-5-mini", options: options));

    private static async Task<IReadOnlyDictionary<string, string>> SendAsync(ChatRequest chat)
    {
        var bench = new Bench();
        IReadOnlyDictionary<string, string> sent = new Dictionary<string, string>();
        bench.Service.Then((message, _) =>
        {
            sent = message.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString());
            return Task.FromResult(Answers.Json(200, Chats.OpenAiAnswer));
        });
        await bench.Client.Inference.ChatAsync(chat, bench.Call);
        return sent;
    }
}
