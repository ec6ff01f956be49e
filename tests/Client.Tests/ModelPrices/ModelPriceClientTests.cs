using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using System.Web;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class ModelPriceClientTests
{
    private const string ProviderId = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
    private const string Id = "0b9f5a3c-7d0e-4b62-9a51-3c1f6f2f8f10";

    private const string Price = """
        {"id":"0b9f5a3c-7d0e-4b62-9a51-3c1f6f2f8f10","account_provider_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","model":"example-large",
         "model_rule":"equals","cost_type":"tokens","cost_in":1e-06,"cost_out":2e-06,"enable":true,"weight":0,"changed_by":"somebody",
         "token_pricing":"{\"input_tokens\":0.000001,\"output_tokens\":0.000002,\"input_cached_tokens\":0.00000015,\"rack_seconds\":0.5}",
         "created_at":"2026-09-15T10:20:30.000Z","modified_at":"2026-09-15T10:20:30.000Z"}
        """;

    [Fact]
    public async Task Prices_are_read_per_token_and_shown_per_million()
    {
        AiGatewayModelPrice price = await ReadAsync(Price);
        Assert.Equal((1m, 2m, 0.15m), (price.InputPerMillion, price.OutputPerMillion, price.CachedInputPerMillion));
        Assert.Equal(0.00000015m, price.TokenPricing.InputCachedTokens);
        Assert.Equal("InputTokens=0.000001, OutputTokens=0.000002, InputCachedTokens=0.00000015, rack_seconds=0.5", price.TokenPricing.ToString());
        Assert.Equal(["rack_seconds"], price.TokenPricing.AdditionalProperties.Keys);
        Assert.Equal((0.000001m, 0.000002m), (price.CostIn, price.CostOut));
        Assert.Equal(ModelRule.Equals, price.ModelRule);
        Assert.Equal("somebody", price.ChangedBy);
        Assert.Empty(price.AdditionalProperties);
        Assert.Equal(Bench.Account, price.AccountId);
    }

    [Theory]
    [InlineData("\"{\\\"input_tokens\\\":0.0000025}\"", "2.5")]
    [InlineData("""{"input_tokens":0.0000025}""", "2.5")]
    [InlineData("""{"input_tokens":"2.5e-6"}""", "2.5")]
    [InlineData("\"\"", "3")]
    [InlineData("null", "3")]
    [InlineData("\"nonsense\"", "3")]
    [InlineData("[]", "3")]
    public async Task Pricing_comes_as_text_or_object_and_the_older_members_stand_in(string pricing, string perMillion)
    {
        AiGatewayModelPrice price = await ReadAsync($$$"""
            {"id":"x","account_provider_id":"y","model":"m","model_rule":"starts-with","token_pricing":{{{pricing}}},"cost_in":"0.000003","enable":"true","weight":"1.5"}
            """);
        Assert.Equal(perMillion, price.InputPerMillion?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(price.OutputPerMillion);
        Assert.Equal(ModelRule.StartsWith, price.ModelRule);
        Assert.True(price.Enable);
        Assert.Equal(1.5m, price.Weight);
    }

    [Fact]
    public async Task A_rule_newer_than_the_module_is_unknown() =>
        Assert.Equal(ModelRule.Unknown, (await ReadAsync("""{"id":"x","model":"m","model_rule":"ends-with"}""")).ModelRule);

    [Fact]
    public async Task Every_list_names_its_rule_as_the_API_would_list_equals_alone()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]"));
        await bench.Client.ModelPrices.ListAsync(Bench.Account, ProviderId, ModelRule.StartsWith, enable: true, search: "gpt", 2, 50, bench.Call);
        Assert.Equal(
            $"account_provider_id={ProviderId}&model_rule=starts-with&enable=true&search=gpt&page=2&per_page=50",
            bench.Service.Sent[0].Address.Query.TrimStart('?'));
    }

    [Fact]
    public async Task The_count_asks_for_each_rule_and_counts_nothing_twice()
    {
        var bench = new Bench();
        bench.Service.Then((request, _) => Task.FromResult(Answers.Ok(Rule(request) switch
        {
            "equals" => $"[{Price}]",
            "contains" => $"[{Other("2", "contains")},{Other("3", "contains")}]",
            _ => "[]",
        })));
        Assert.Equal(3, await bench.Client.ModelPrices.CountAsync(Bench.Account, ProviderId, bench.Call));
        Assert.Equal(["equals", "starts-with", "contains"], bench.Service.Sent.Select(s => HttpUtility.ParseQueryString(s.Address.Query)["model_rule"]));
    }

    [Fact]
    public async Task A_server_that_ignores_its_filters_is_sorted_out()
    {
        var bench = new Bench();
        string all = $"[{Price},{Other("2", "contains")},{Other("9", "equals").Replace(ProviderId, "another", StringComparison.Ordinal)}]";
        bench.Service.Then(() => Answers.Ok(all));
        Assert.Equal(2, await bench.Client.ModelPrices.CountAsync(Bench.Account, ProviderId, bench.Call));
    }

    [Fact]
    public async Task A_create_sends_exact_numbers_in_both_of_the_APIs_ways()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]")).Then(EchoAsync);
        AiGatewayModelPrice price = await bench.Client.ModelPrices.CreateAsync(
            Bench.Account, ProviderId, "big", ModelRule.Contains, Change(("enable", true), [("input_tokens", 0.15m / 1_000_000m), ("output_tokens", 0.00001m), ("input_cached_tokens", 0m)]), bench.Call);
        Assert.Equal(
            """{"enable":true,"cost_in":0.00000015,"cost_out":0.00001,"token_pricing":{"input_tokens":0.00000015,"output_tokens":0.00001,"input_cached_tokens":0},"account_provider_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","model":"big","model_rule":"contains"}""",
            bench.Service.Sent[^1].Body);
        Assert.Equal((0.15m, 10m, 0m), (price.InputPerMillion, price.OutputPerMillion, price.CachedInputPerMillion));
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task A_second_price_for_the_same_model_and_rule_is_not_made()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"[{Price}]"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => CreateAsync(bench));
        Assert.Equal((AiGatewayErrorKind.AlreadyExists, "ModelPrice"), (error.Kind, error.Resource));
        Assert.Equal(["GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_there_as_asked_is_success()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]")).ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{Price}]")).Then(() => Answers.Ok(Price));
        Assert.Equal(Id, (await CreateAsync(bench)).Id);
        Assert.Equal(["GET", "POST", "GET", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task A_change_sends_the_prices_whole_with_kinds_that_nobody_knows()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Price)).Then(() => Answers.Ok(Price));
        PatchPlan<AiGatewayModelPrice> plan = await bench.Client.ModelPrices.PlanUpdateAsync(
            Bench.Account, Id, Change(("enable", true), [("output_tokens", 0.000003m), ("input_cached_tokens", null)]), bench.Call);
        Assert.Equal(
            ["CostOut: 2e-06 → 0.000003", "CachedInputPerMillion: 0.15 → null", "OutputPerMillion: 2 → 3"],
            plan.Differences.Select(d => d.ToString()).OrderBy(d => d[0] == 'O').ThenByDescending(d => d, StringComparer.Ordinal));
        Assert.Equal(3m, plan.Preview.OutputPerMillion);
        Assert.Null(plan.Preview.CachedInputPerMillion);
        await bench.Client.ModelPrices.ApplyUpdateAsync(plan, bench.Call);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"cost_out":0.000003,"token_pricing":{"input_tokens":0.000001,"output_tokens":0.000003,"rack_seconds":0.5}}"""),
                JsonNode.Parse(bench.Service.Sent[^1].Body!)),
            bench.Service.Sent[^1].Body);
        Assert.Contains("OutputPerMillion: 2 → 3", Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_price_in_other_digits_is_no_change()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Price));
        PatchPlan<AiGatewayModelPrice> plan = await bench.Client.ModelPrices.PlanUpdateAsync(
            Bench.Account, Id, Change(("model_rule", ModelRule.Equals), [("input_tokens", 0.00000100m), ("output_tokens", 0.000002m)]), bench.Call);
        Assert.Empty(plan.Differences);
    }

    [Fact]
    public async Task Pricing_as_a_whole_replaces_what_is_there()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Price)).Then(() => Answers.Ok(Price));
        var pricing = new TokenPricing { TotalTokens = 0.1m, AdditionalProperties = new Dictionary<string, object?> { ["rack_seconds"] = 1L } };
        PatchPlan<AiGatewayModelPrice> plan = await bench.Client.ModelPrices.PlanUpdateAsync(Bench.Account, Id, Change(("token_pricing", pricing), []), bench.Call);
        await bench.Client.ModelPrices.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal("""{"token_pricing":{"total_tokens":0.1,"rack_seconds":1}}""", bench.Service.Sent[^1].Body);
    }

    private static Task<AiGatewayModelPrice> CreateAsync(Bench bench) => bench.Client.ModelPrices.CreateAsync(
        Bench.Account, ProviderId, "example-large", ModelRule.Equals, Change(("enable", true), [("input_tokens", 0.000001m), ("output_tokens", 0.000002m), ("input_cached_tokens", 0.00000015m)]), bench.Call);

    private static ModelPriceChange Change((string Name, object? Value) member, (string Name, decimal? Value)[] prices) => new()
    {
        Members = new Dictionary<string, object?> { [member.Name] = member.Value },
        Prices = prices.ToDictionary(p => p.Name, p => p.Value),
    };

    private static string Other(string id, string rule) =>
        Price.Replace(Id, id, StringComparison.Ordinal).Replace("\"equals\"", $"\"{rule}\"", StringComparison.Ordinal);

    private static string? Rule(HttpRequestMessage request) => HttpUtility.ParseQueryString(request.RequestUri!.Query)["model_rule"];

    private static async Task<HttpResponseMessage> EchoAsync(HttpRequestMessage request, CancellationToken token)
    {
        var body = (JsonObject)JsonNode.Parse(await request.Content!.ReadAsStringAsync(token))!;
        body["id"] = Id;
        body["token_pricing"] = body["token_pricing"]!.ToJsonString();
        return Answers.Ok(body.ToJsonString());
    }

    private static Task<AiGatewayModelPrice> ReadAsync(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return bench.Client.ModelPrices.GetAsync(Bench.Account, Id, bench.Call);
    }
}
