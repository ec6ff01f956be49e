using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class GatewayReadingTests
{
    [Fact]
    public async Task Every_setting_is_read_by_its_wire_name()
    {
        AiGateway gateway = await ReadAsync("""
            {"id":"prod","cache_ttl":300,"cache_invalidate_on_update":true,"collect_logs":false,"rate_limiting_interval":60,
             "rate_limiting_limit":50,"rate_limiting_technique":"sliding","authentication":true,"byok_only":true,"log_classification":true,
             "dlp":{"enabled":true,"policies":[{"id":"p","enabled":true,"action":"BLOCK","check":["REQUEST","RESPONSE"],"profiles":["a"]}]},
             "guardrails":{"prompt":{"P1":"BLOCK","S13":"FLAG"},"response":{"S1":"FLAG"}},
             "log_management":100000,"log_management_strategy":"DELETE_OLDEST","logpush":true,"logpush_public_key":"key",
             "otel":[{"url":"https://o.example","headers":{"a":"b"},"authorization":"s3cret!","content_type":"protobuf"}],
             "retry_max_attempts":3,"retry_delay":100,"retry_backoff":"exponential",
             "spend_limits":{"enabled":true,"rules":[{"id":"r1","limit":25.5,"limitType":"cost","window":86400,"technique":"fixed",
               "model":{"mode":"filter","values":["gpt"]},"metadata":{"team":{"mode":"partition"}}}]},
             "store_id":"st","stripe":{"authorization":"sk","usage_events":[{"payload":"p"}]},"workers_ai_billing_mode":"unified","zdr":true,
             "is_default":false,"created_at":"2026-01-01T00:00:00.123Z","modified_at":"2026-01-02T00:00:00"}
            """);
        Assert.Equal(300, gateway.CacheTtl);
        Assert.Equal(RateLimitingTechnique.Sliding, gateway.RateLimitingTechnique);
        Assert.Equal(ContentAction.Block, gateway.Guardrails!.Prompt.P1);
        Assert.Equal(ContentAction.Flag, gateway.Guardrails.Prompt.S13);
        Assert.Equal([DlpCheck.Request, DlpCheck.Response], gateway.Dlp!.Policies![0].Check);
        Assert.Equal(LogManagementStrategy.DeleteOldest, gateway.LogManagementStrategy);
        Assert.Equal(OtelContentType.Protobuf, gateway.Otel![0].ContentType);
        Assert.Equal("b", gateway.Otel[0].Headers["a"]);
        Assert.Equal("s3cret!", new NetworkCredential(string.Empty, gateway.Otel[0].Authorization).Password);
        Assert.Equal(25.5m, gateway.SpendLimits!.Rules[0].Limit);
        Assert.Equal("cost", gateway.SpendLimits.Rules[0].LimitType);
        Assert.Equal(SpendLimitMode.Partition, gateway.SpendLimits.Rules[0].Metadata!["team"].Mode);
        Assert.Equal(WorkersAiBillingMode.Unified, gateway.WorkersAiBillingMode);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 123, TimeSpan.Zero), gateway.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), gateway.ModifiedAt);
        Assert.Equal("p", gateway.Stripe!.UsageEvents[0].Payload);
        Assert.Empty(gateway.AdditionalProperties);
        Assert.Equal(Bench.Account, gateway.AccountId);
        Assert.Equal("https://gateway.ai.cloudflare.com/v1/" + Bench.Account + "/prod", gateway.Endpoint!.AbsoluteUri);

        // Every settable property got a value: a new property whose wire name is wrong would stay null.
        Assert.DoesNotContain(typeof(AiGateway).GetProperties(), property => property.GetValue(gateway) is null);
    }

    [Fact]
    public async Task Loose_types_are_understood()
    {
        AiGateway gateway = await ReadAsync("""
            {"id":"prod","cache_ttl":"300","collect_logs":1,"authentication":"true","byok_only":0,"zdr":"false","rate_limiting_limit":50.0,
             "retry_backoff":"fibonacci","rate_limiting_technique":"FIXED","log_management_strategy":7,"store_id":12,
             "otel":{"url":"x"},"dlp":[],"guardrails":"none","spend_limits":null,"created_at":1767225600000}
            """);
        Assert.Equal(300, gateway.CacheTtl);
        Assert.True(gateway.CollectLogs);
        Assert.True(gateway.Authentication);
        Assert.False(gateway.ByokOnly);
        Assert.False(gateway.Zdr);
        Assert.Equal(50, gateway.RateLimitingLimit);
        Assert.Equal(RetryBackoff.Unknown, gateway.RetryBackoff);
        Assert.Equal(RateLimitingTechnique.Fixed, gateway.RateLimitingTechnique);
        Assert.Equal(LogManagementStrategy.Unknown, gateway.LogManagementStrategy);
        Assert.Equal("12", gateway.StoreId);
        Assert.Null(gateway.Otel);
        Assert.Null(gateway.Dlp);
        Assert.Null(gateway.Guardrails);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), gateway.CreatedAt);
    }

    [Fact]
    public async Task Unknown_members_are_kept_as_plain_values()
    {
        AiGateway gateway = await ReadAsync("""{"id":"prod","wholesale":true,"n":5,"d":1.5,"s":"x","z":null,"list":[1,"a",null],"map":{"k":{"v":2}}}""");
        IReadOnlyDictionary<string, object?> more = gateway.AdditionalProperties;
        Assert.Equal(true, more["wholesale"]);
        Assert.Equal(5L, more["n"]);
        Assert.Equal(1.5d, more["d"]);
        Assert.Equal("x", more["s"]);
        Assert.Null(more["z"]);
        Assert.Equal([1L, "a", null], Assert.IsType<object?[]>(more["list"]));
        var map = Assert.IsType<Dictionary<string, object?>>(more["map"]);
        Assert.Equal(2L, Assert.IsType<Dictionary<string, object?>>(map["k"])["v"]);
        Assert.Equal(7, more.Count);
    }

    [Fact]
    public async Task Members_that_are_missing_stay_unset()
    {
        AiGateway gateway = await ReadAsync("""{"id":"prod"}""");
        Assert.Null(gateway.CacheTtl);
        Assert.Null(gateway.CreatedAt);
        Assert.Empty(gateway.AdditionalProperties);
    }

    [Fact]
    public async Task Two_gateways_do_not_share_their_unknown_members()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("""[{"id":"a","x":1},{"id":"b"},{"id":"c","y":2}]"""));
        ResultPage<AiGateway> page = await bench.Client.Gateways.ListAsync(Bench.Account, null, 1, 20, bench.Call);
        Assert.Equal(["a", "b", "c"], page.Items.Select(g => g.Id));
        Assert.Equal(["x"], page.Items[0].AdditionalProperties.Keys);
        Assert.Empty(page.Items[1].AdditionalProperties);
        Assert.Equal(["y"], page.Items[2].AdditionalProperties.Keys);
        Assert.Empty(new AiGateway().AdditionalProperties);
        Assert.All(page.Items, gateway => Assert.Equal(Bench.Account, gateway.AccountId));
    }

    [Theory]
    [InlineData("""{"success":true,"result":[],"result_info":{"page":1,"per_page":5,"total_count":12}}""", 5, 12L, true)]
    [InlineData("""{"success":true,"result":[],"result_info":{"per_page":"5","total_count":"12"}}""", 5, 12L, true)]
    [InlineData("""{"success":true,"result":[]}""", 20, null, true)]
    public async Task Paging_is_read_where_it_is_given(string body, int size, long? total, bool isLast)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body));
        ResultPage<AiGateway> page = await bench.Client.Gateways.ListAsync(Bench.Account, null, 1, 20, bench.Call);
        Assert.Equal(size, page.Size);
        Assert.Equal(total, page.TotalCount);
        Assert.Equal(isLast, page.IsLast);
    }

    private static Task<AiGateway> ReadAsync(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call);
    }
}
