using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class GatewayUpdateTests
{
    private const string Rich = """
        {"id":"prod","cache_invalidate_on_update":false,"cache_ttl":0,"collect_logs":true,"rate_limiting_interval":0,"rate_limiting_limit":0,
         "authentication":true,"dlp":null,"newer_than_us":{"deep":[1,{"x":1.50}]},"is_default":false,"account_tag":"t","internal_id":"i",
         "spend_limits":{"enabled":true,"rules":[{"id":"r1","limit":25,"limitType":"cost","window":86400,"enabled":true,"technique":"sliding"}]},
         "guardrails":{"prompt":{"S1":"FLAG"},"response":{}},"stripe":{"authorization":"sk_old_123","usage_events":[]},
         "created_at":"2026-01-01T00:00:00Z","modified_at":"2026-01-02T00:00:00Z"}
        """;

    [Fact]
    public async Task Unknown_members_go_back_as_they_came_and_read_only_ones_do_not()
    {
        Bench bench = Serve(Rich);
        GatewayUpdatePlan plan = await PlanAsync(bench, ("cache_ttl", 7200));
        await bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call);
        SentRequest put = bench.Service.Sent[^1];
        Assert.Equal("PUT", put.Method);
        var body = (JsonObject)JsonNode.Parse(put.Body!)!;
        var expected = (JsonObject)JsonNode.Parse(Rich)!;
        expected["cache_ttl"] = 7200;
        foreach (string gone in new[] { "id", "created_at", "modified_at", "is_default", "account_tag", "internal_id", "dlp" })
        {
            expected.Remove(gone);
        }

        Assert.True(JsonNode.DeepEquals(expected, body), put.Body);
        Assert.Contains("1.50", put.Body, StringComparison.Ordinal);
        Assert.Equal(2, bench.Service.Sent.Count);
    }

    [Theory]
    [InlineData("cache_ttl", 0)]
    [InlineData("cache_ttl", null)]
    [InlineData("rate_limiting_limit", null)]
    [InlineData("authentication", true)]
    [InlineData("retry_delay", null)]
    [InlineData("otel", new object[0])]
    public async Task What_means_the_same_sends_nothing(string setting, object? value)
    {
        Bench bench = Serve(Rich);
        GatewayUpdatePlan plan = await PlanAsync(bench, (setting, value));
        Assert.Empty(plan.Differences);
        AiGateway result = await bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call);
        Assert.Same(plan.Current, result);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_rule_without_an_id_is_the_rule_at_its_place_and_keeps_the_id()
    {
        var same = new SpendLimitRule { Limit = 25.0m, Window = 86400 };
        var limits = new SpendLimits { Enabled = true, Rules = [same] };
        Assert.Empty((await PlanAsync(Serve(Rich), ("spend_limits", limits))).Differences);

        var more = new SpendLimits { Enabled = true, Rules = [same, new SpendLimitRule { Limit = 5, Window = 60 }] };
        Bench bench = Serve(Rich);
        GatewayUpdatePlan plan = await PlanAsync(bench, ("spend_limits", more));
        Assert.Equal(
            ["SpendLimits.Rules[1].Limit: null → 5", "SpendLimits.Rules[1].Window: null → 60"],
            plan.Differences.Select(d => d.ToString()));
        await bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal("r1", JsonNode.Parse(bench.Service.Sent[^1].Body!)!["spend_limits"]!["rules"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Differences_are_named_as_the_user_knows_them()
    {
        GatewayUpdatePlan plan = await PlanAsync(
            Serve(Rich),
            ("cache_ttl", 7200),
            ("authentication", false),
            ("retry_backoff", RetryBackoff.Linear),
            ("guardrails", new Guardrails { Prompt = new GuardrailCategories { S1 = ContentAction.Block, P1 = ContentAction.Flag } }),
            ("spend_limits", new SpendLimits { Enabled = true, Rules = [new SpendLimitRule { Id = "r1", Limit = 30, Window = 86400 }] }),
            ("stripe", new StripeSettings { Authorization = Bench.Secret("sk_new_456") }));
        Assert.Equal(
            [
                "CacheTtl: 0 → 7200", "Authentication: True → False", "SpendLimits.Rules[0].Limit: 25 → 30",
                "Guardrails.Prompt.S1: FLAG → BLOCK", "Guardrails.Prompt.P1: null → FLAG", "Stripe.Authorization: (secret) → (secret)",
                "RetryBackoff: null → linear",
            ],
            plan.Differences.Select(d => d.ToString()));
        Assert.Equal(7200, plan.Preview.CacheTtl);
        Assert.Equal("prod", plan.Preview.Id);
        Assert.Equal(0, plan.Current.CacheTtl);
        Assert.NotNull(plan.Preview.CreatedAt);
        Assert.True(plan.Preview.AdditionalProperties.ContainsKey("newer_than_us"));
    }

    [Fact]
    public async Task Clearing_a_block_lists_what_is_lost()
    {
        GatewayUpdatePlan plan = await PlanAsync(Serve(Rich), ("guardrails", null), ("stripe", null));
        Assert.Equal(
            ["Guardrails.Prompt.S1: FLAG → null", "Stripe.Authorization: (secret) → null"],
            plan.Differences.Select(d => d.ToString()));
        Assert.Null(plan.Preview.Guardrails);
    }

    [Fact]
    public async Task Header_values_of_exporters_are_secret_and_their_names_are_data()
    {
        var exporter = new OtelExporter { Url = "https://o.example", Headers = { ["x_api_key"] = "hush-hush" } };
        GatewayUpdatePlan plan = await PlanAsync(Serve(Rich), ("otel", new[] { exporter }));
        Assert.Equal(
            ["Otel[0].Url: null → https://o.example", "Otel[0].Headers.x_api_key: null → (secret)"],
            plan.Differences.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Required_members_are_always_sent()
    {
        Bench bench = Serve("""{"id":"prod"}""");
        await bench.Client.Gateways.ApplyUpdateAsync(await PlanAsync(bench, ("zdr", true)), bench.Call);
        var body = (JsonObject)JsonNode.Parse(bench.Service.Sent[^1].Body!)!;
        Assert.Equal(
            ["cache_invalidate_on_update", "cache_ttl", "collect_logs", "rate_limiting_interval", "rate_limiting_limit", "zdr"],
            body.Select(member => member.Key).Order());
    }

    [Fact]
    public async Task Values_newer_than_the_module_cannot_be_set_and_nothing_is_sent()
    {
        Bench bench = Serve(Rich);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => PlanAsync(bench, ("retry_backoff", RetryBackoff.Unknown)));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.Equal("'RetryBackoff' cannot be set to 'Unknown', which stands for a value newer than this module; it takes Constant, Linear, Exponential.", error.Message);
        Assert.Empty(bench.Service.Sent);
    }

    [Fact]
    public async Task A_setting_of_a_wrong_shape_is_refused_and_nothing_is_put()
    {
        Bench bench = Serve(Rich);
        var limits = new System.Collections.Hashtable { ["enabled"] = true, ["rules"] = new object[] { "25 a day" } };
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => PlanAsync(bench, ("spend_limits", limits)));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.DoesNotContain("PUT", bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task An_old_plan_is_checked_before_it_is_applied()
    {
        Bench bench = Serve(Rich);
        GatewayUpdatePlan plan = await PlanAsync(bench, ("cache_ttl", 7200));
        bench.Clock.Advance(TimeSpan.FromSeconds(6));
        await bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal(["GET", "GET", "PUT"], bench.Service.Sent.Select(s => s.Method));
    }

    [Theory]
    [InlineData("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")]
    [InlineData("\"collect_logs\":true", "\"collect_logs\":false")]
    public async Task An_old_plan_of_a_changed_gateway_is_a_conflict(string before, string after)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Rich)).Then(() => Answers.Ok(Rich.Replace(before, after, StringComparison.Ordinal)));
        GatewayUpdatePlan plan = await PlanAsync(bench, ("cache_ttl", 7200));
        bench.Clock.Advance(TimeSpan.FromSeconds(6));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, error.Kind);
        Assert.Equal("Could not update gateway 'prod': it was changed by somebody else after it was read.", error.Message);
        Assert.DoesNotContain("PUT", bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task An_update_that_the_service_did_not_keep_is_a_warning()
    {
        Bench bench = Serve(Rich);
        await bench.Client.Gateways.ApplyUpdateAsync(await PlanAsync(bench, ("cache_ttl", 7200)), bench.Call);
        Assert.Equal(
            "The API accepted the update of gateway 'prod' but answered with other values: CacheTtl: 0 → 7200.",
            Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)));
    }

    [Fact]
    public async Task A_gateway_that_went_away_is_not_found()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Rich)).Then(() => Answers.Fail(404, 7002, "Not found"));
        GatewayUpdatePlan plan = await PlanAsync(bench, ("cache_ttl", 7200));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Gateways.ApplyUpdateAsync(plan, bench.Call));
        Assert.Equal(AiGatewayErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_delete_that_worked_but_lost_its_answer_succeeds()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Fail(404, 7002, "Not found"));
        await bench.Client.Gateways.DeleteAsync(Bench.Account, "prod", bench.Call);
        Assert.Equal(2, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task A_delete_of_nothing_fails_even_after_a_refused_connection()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Refused).Then(() => Answers.Fail(404, 7002, "Not found"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Gateways.DeleteAsync(Bench.Account, "prod", bench.Call));
        Assert.Equal(AiGatewayErrorKind.NotFound, error.Kind);
        Assert.Equal("Could not delete gateway 'prod': not found (7002: Not found).", error.Message);
    }

    private static Bench Serve(string gateway)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(gateway));
        return bench;
    }

    private static Task<GatewayUpdatePlan> PlanAsync(Bench bench, params (string Name, object? Value)[] settings) =>
        bench.Client.Gateways.PlanUpdateAsync(
            Bench.Account, "prod", settings.ToDictionary(s => s.Name, s => s.Value), bench.Call);
}
