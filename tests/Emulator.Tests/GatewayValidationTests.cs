using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>What a create refuses, and with which words.</summary>
public sealed class GatewayValidationTests : IDisposable
{
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Theory]
    [InlineData("a")]
    [InlineData("_")]
    [InlineData("a-b_c-1")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task Good_names_are_taken(string id) => Assert.Equal(id, (string?)(await _twin.CreateAsync(Twin.Body(id)))["id"]);

    [Theory]
    [InlineData("A", "body.id: Invalid")]
    [InlineData("a--b", "body.id: Invalid")]
    [InlineData("-a", "body.id: Invalid")]
    [InlineData("a-", "body.id: Invalid")]
    [InlineData("a b", "body.id: Invalid")]
    [InlineData("a\n", "body.id: Invalid")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", "body.id: String must contain at most 64 character(s)")]
    public Task Bad_names_are_refused(string id, string problem) => RefusesAsync(Twin.Body(id), problem);

    [Fact]
    public Task An_empty_name_is_too_short_and_matches_no_pattern() =>
        RefusesAsync(Twin.Body(""), "body.id: String must contain at least 1 character(s)", "body.id: Invalid");

    [Fact]
    public Task Several_problems_come_in_one_answer() =>
        RefusesAsync(
            new JsonObject { ["cache_invalidate_on_update"] = false, ["rate_limiting_interval"] = 0, ["rate_limiting_limit"] = 0 },
            "body.id: Required", "body.cache_ttl: Expected number, received nan", "body.collect_logs: Required");

    [Theory]
    [InlineData("cache_ttl", "-1", "Number must be greater than or equal to 0")]
    [InlineData("cache_ttl", "1.5", "Expected integer, received float")]
    [InlineData("cache_ttl", "\"1\"", "Expected number, received string")]
    [InlineData("collect_logs", "null", "Expected boolean, received null")]
    [InlineData("collect_logs", "\"yes\"", "Expected boolean, received string")]
    [InlineData("rate_limiting_technique", "\"other\"", "Invalid enum value. Expected 'fixed' | 'sliding', received 'other'")]
    [InlineData("rate_limiting_technique", "1", "Expected 'fixed' | 'sliding', received number")]
    [InlineData("log_management_strategy", "\"delete_oldest\"", "Invalid enum value. Expected 'STOP_INSERTING' | 'DELETE_OLDEST', received 'delete_oldest'")]
    [InlineData("retry_backoff", "\"none\"", "Invalid enum value. Expected 'constant' | 'linear' | 'exponential', received 'none'")]
    [InlineData("workers_ai_billing_mode", "null", "Expected 'postpaid' | 'unified', received null")]
    [InlineData("dlp", "null", "Invalid input")]
    [InlineData("dlp", """{"enabled":true,"action":"FLAG"}""", "Invalid input")]
    [InlineData("dlp", """{"enabled":true,"action":"flag","profiles":[]}""", "Invalid input")]
    [InlineData("dlp", """{"enabled":true,"policies":[{"id":"a","enabled":true,"action":"FLAG","check":["BOTH"],"profiles":[]}]}""", "Invalid input")]
    [InlineData("guardrails", "[]", "Expected object, received array")]
    [InlineData("otel", "{}", "Expected array, received object")]
    [InlineData("store_id", "5", "Expected string, received number")]
    public Task Bad_values_are_refused_at_their_member(string member, string value, string problem) =>
        RefusesAsync(Twin.Body("g", member, JsonNode.Parse(value)), $"body.{member}: {problem}");

    [Theory]
    [InlineData("guardrails", """{"prompt":{}}""", "response: Required")]
    [InlineData("guardrails", """{"prompt":{"S1":"ALLOW"},"response":{}}""", "prompt.S1: Invalid enum value. Expected 'BLOCK' | 'FLAG', received 'ALLOW'")]
    [InlineData("otel", """[{"url":"https://a"}]""", "0.headers: Required")]
    [InlineData("otel", """[{"url":"https://a","headers":{"x":1}}]""", "0.headers.x: Expected string, received number")]
    [InlineData("otel", """[{"url":"https://a","headers":{},"content_type":"xml"}]""", "0.content_type: Invalid enum value. Expected 'json' | 'protobuf', received 'xml'")]
    [InlineData("stripe", """{"authorization":"a"}""", "usage_events: Required")]
    [InlineData("stripe", """{"authorization":"a","usage_events":[{}]}""", "usage_events.0.payload: Required")]
    [InlineData("spend_limits", """{"rules":[{"limit":1,"limit_type":"cost","window":60}]}""", "rules.0.limitType: Required")]
    [InlineData("spend_limits", """{"rules":[{"limit":1,"limitType":"tokens","window":60}]}""", "rules.0.limitType: Invalid enum value. Expected 'cost', received 'tokens'")]
    [InlineData("spend_limits", """{"rules":[{"limit":-0.5,"limitType":"cost","window":60}]}""", "rules.0.limit: Number must be greater than or equal to 0")]
    [InlineData("spend_limits", """{"rules":[{"id":"a b","limit":1,"limitType":"cost","window":60}]}""", "rules.0.id: Invalid")]
    [InlineData("spend_limits", """{"rules":[{"limit":1,"limitType":"cost","window":60,"metadata":{"team":{"mode":"filter"}}}]}""", "rules.0.metadata.team: Invalid input")]
    public Task Bad_values_inside_are_refused_at_their_place(string member, string value, string problem) =>
        RefusesAsync(Twin.Body("g", member, JsonNode.Parse(value)), $"body.{member}.{problem}");

    [Fact]
    public async Task Indexes_in_paths_are_numbers()
    {
        Answer answer = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g", "otel", JsonNode.Parse("""[{"url":"https://a"}]""")));
        Assert.Equal("""["body","otel",0,"headers"]""", answer.Error["path"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task A_body_that_is_no_json_is_refused(string body)
    {
        Answer answer = await _twin.SendAsync(HttpMethod.Post, OpenApiCheckedClient.Root + Twin.Gateways, body, EmulatorOptions.DefaultToken);
        Assert.Equal((400, 7001), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_refused() =>
        Assert.Equal(["body: Expected object, received array"], (await _twin.Client.PostAsync(Twin.Gateways, new JsonArray())).Problems);

    [Fact]
    public async Task Spend_limit_rules_get_their_defaults_and_an_id()
    {
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("g", "spend_limits", JsonNode.Parse("""{"rules":[{"limit":2.5,"limitType":"cost","window":60}]}""")));
        Assert.False((bool)gateway["spend_limits"]!["enabled"]!);
        JsonNode rule = gateway["spend_limits"]!["rules"]![0]!;
        Assert.Matches("^[0-9a-f]{8}$", (string?)rule["id"]);
        Assert.True((bool)rule["enabled"]!);
        Assert.Equal("sliding", (string?)rule["technique"]);
        Assert.Equal(2.5, (double)rule["limit"]!);
    }

    [Fact]
    public async Task Dlp_policies_are_the_other_shape_of_dlp()
    {
        JsonNode policies = JsonNode.Parse("""{"enabled":true,"policies":[{"id":"a","enabled":true,"action":"BLOCK","check":["REQUEST","RESPONSE"],"profiles":["p"]}]}""")!;
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("g", "dlp", policies.DeepClone()));
        Assert.Equal(policies.ToJsonString(), gateway["dlp"]!.ToJsonString());
    }

    private async Task RefusesAsync(JsonObject body, params string[] problems)
    {
        Answer answer = await _twin.Client.PostAsync(Twin.Gateways, body);
        Assert.Equal((400, 7001), (answer.Status, answer.Code));
        Assert.Equal(problems, answer.Problems);
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways)).Ids);
    }
}
