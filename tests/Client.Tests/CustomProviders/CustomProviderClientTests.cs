using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class CustomProviderClientTests
{
    private const string Id = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
    private const string HeaderCanary = "canary-header-2718";

    private const string Provider = """
        {"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"Example LLM","slug":"example-llm","base_url":"https://llm.example.com",
         "enable":true,"beta":false,"description":"In-house","headers":"{\"x-team\":\"ai\",\"x-key\":\"canary-header-2718\"}","position":1,
         "created_at":"2026-09-15T10:20:30.000Z","modified_at":"2026-09-15T10:20:30.000Z"}
        """;

    private static readonly Dictionary<string, object?> s_settings = new() { ["base_url"] = "https://llm.example.com", ["name"] = "Example LLM", ["enable"] = true };

    [Fact]
    public async Task Every_member_is_read_and_header_values_are_secrets()
    {
        AiGatewayCustomProvider provider = await ReadAsync("""
            {"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"Example LLM","slug":"example-llm","base_url":"https://llm.example.com","enable":true,
             "beta":true,"description":"d","headers":"{\"X-Team\":\"ai\",\"x-version\":2}","link":"https://l.example","logo":"https://p.example/x.png",
             "position":3,"curl_example":"curl x","js_example":"fetch(x)","created_at":"2026-09-15T10:20:30.000Z","modified_at":"2026-09-16T10:20:30.000Z"}
            """);
        Assert.Equal(["X-Team", "x-version"], provider.Headers.Keys);
        Assert.Equal("ai", Reveal(provider.Headers["x-team"]));
        Assert.Equal("2", Reveal(provider.Headers["x-version"]));
        Assert.Equal("X-Team, x-version", provider.Headers.ToString());
        Assert.Equal("custom-example-llm", provider.GatewaySlug);
        Assert.Equal(3, provider.Position);
        Assert.Equal(Bench.Account, provider.AccountId);
        Assert.Empty(provider.AdditionalProperties);

        // Every property got a value: a new property whose wire name is wrong would stay null.
        Assert.DoesNotContain(typeof(AiGatewayCustomProvider).GetProperties(), property => property.GetValue(provider) is null);
    }

    [Theory]
    [InlineData("""{"x-team":"ai"}""", "x-team")]
    [InlineData("\"{\\\"x-team\\\":\\\"ai\\\"}\"", "x-team")]
    [InlineData("\"\"", "")]
    [InlineData("\"{cut\"", "")]
    [InlineData("\"[1]\"", "")]
    [InlineData("null", "")]
    [InlineData("7", "")]
    public async Task Headers_come_as_text_or_object_and_nonsense_is_none(string headers, string names)
    {
        AiGatewayCustomProvider provider = await ReadAsync($$$"""{"id":"{{{Id}}}","slug":"x","headers":{{{headers}}},"enable":1,"beta":"false","position":"4","future":{"a":[1]}}""");
        Assert.Equal(names, provider.Headers.ToString());
        Assert.True(provider.Enable);
        Assert.False(provider.Beta);
        Assert.Equal(4, provider.Position);
        Assert.Equal(["future"], provider.AdditionalProperties.Keys);
        Assert.Equal(string.Empty, provider.Name);
    }

    [Fact]
    public async Task A_create_sends_headers_as_text_and_shows_their_values_nowhere()
    {
        var bench = new Bench { Sink = { WantsDebug = true } };
        bench.Service.Then(() => Answers.Ok(Provider));
        var settings = new Dictionary<string, object?>(s_settings) { ["headers"] = new CustomProviderHeaders { ["x-team"] = Bench.Secret("ai"), ["x-key"] = Bench.Secret(HeaderCanary) } };
        AiGatewayCustomProvider provider = await bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", settings, bench.Call);
        Assert.Equal(Id, provider.Id);
        SentRequest post = Assert.Single(bench.Service.Sent);
        Assert.Equal(("POST", $"/client/v4/accounts/{Bench.Account}/ai-gateway/custom-providers"), (post.Method, post.Address.AbsolutePath));
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"base_url":"https://llm.example.com","name":"Example LLM","enable":true,"headers":"{\"x-team\":\"ai\",\"x-key\":\"canary-header-2718\"}","slug":"example-llm"}"""),
                JsonNode.Parse(post.Body!)),
            post.Body);
        Assert.NotEmpty(bench.Sink.Of(DiagnosticKind.Debug));
        Assert.DoesNotContain(bench.Sink.All, text => text.Contains(HeaderCanary, StringComparison.Ordinal));
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task A_value_that_the_API_quotes_back_is_not_shown()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(400, 7001, "bad header " + HeaderCanary));
        var settings = new Dictionary<string, object?>(s_settings) { ["headers"] = new CustomProviderHeaders { ["x-key"] = Bench.Secret(HeaderCanary) } };
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", settings, bench.Call));
        Assert.DoesNotContain(HeaderCanary, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("CustomProvider", error.Resource);
    }

    [Fact]
    public async Task A_create_that_the_API_kept_only_in_part_warns()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Provider.Replace("\"enable\":true", "\"enable\":false", StringComparison.Ordinal)));
        await bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", s_settings, bench.Call);
        Assert.Contains("Enable: False → True", Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_and_there_as_asked_is_success()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{Provider}]")).Then(() => Answers.Ok(Provider));
        AiGatewayCustomProvider provider = await bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", s_settings, bench.Call);
        Assert.Equal(Id, provider.Id);
        Assert.Equal(["POST", "GET", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_not_there_is_sent_again()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(504)).Then(() => Answers.Ok("[]")).Then(() => Answers.Ok(Provider));
        await bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", s_settings, bench.Call);
        Assert.Equal(["POST", "GET", "POST"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_there_but_different_is_a_conflict()
    {
        var bench = new Bench();
        string other = Provider.Replace("https://llm.example.com", "https://other.example.com", StringComparison.Ordinal);
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{other}]")).Then(() => Answers.Ok(other));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.CustomProviders.CreateAsync(Bench.Account, "example-llm", s_settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, error.Kind);
    }

    [Fact]
    public async Task A_slug_is_looked_for_page_by_page_and_no_further()
    {
        var bench = new Bench();
        string page = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"id":"{{i}}","slug":"s{{i}}"}"""));
        bench.Service.Then(() => Answers.Ok($"[{page}]")).Then(() => Answers.Ok($"[{Provider},{page}]"));
        AiGatewayCustomProvider provider = await bench.Client.CustomProviders.FindAsync(Bench.Account, "example-llm", bench.Call);
        Assert.Equal(Id, provider.Id);
        Assert.Equal(["?page=1&per_page=50", "?page=2&per_page=50"], bench.Service.Sent.Select(s => s.Address.Query));
    }

    [Theory]
    [InlineData("custom-example-llm", "example-llm")]
    [InlineData("custom-x", "custom-x")]
    public async Task The_prefix_of_gateways_is_understood_unless_it_is_the_slugs_own(string typed, string slug)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($$"""[{{Provider}},{"id":"1","slug":"x"},{"id":"2","slug":"custom-x"}]"""));
        Assert.Equal(slug, (await bench.Client.CustomProviders.FindAsync(Bench.Account, typed, bench.Call)).Slug);
    }

    [Theory]
    [InlineData("Example-LLM")]
    [InlineData("Example LLM")]
    public async Task A_slug_that_is_not_there_names_the_near_one(string typed)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"[{Provider}]"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.CustomProviders.FindAsync(Bench.Account, typed, bench.Call));
        Assert.Equal((AiGatewayErrorKind.NotFound, "CustomProvider"), (error.Kind, error.Resource));
        Assert.Contains("Did you mean 'example-llm'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_sends_what_differs_and_nothing_else()
    {
        (PatchPlan<AiGatewayCustomProvider> plan, Bench bench) = await PlanAsync(("name", "New"), ("enable", true), ("description", "In-house"), ("position", 1));
        Assert.Equal(["Name: Example LLM → New"], plan.Differences.Select(d => d.ToString()));
        Assert.Equal("New", plan.Preview.Name);
        Assert.Equal("Example LLM", plan.Current.Name);
        bench.Service.Then(() => Answers.Ok(Provider.Replace("Example LLM", "New", StringComparison.Ordinal)));
        AiGatewayCustomProvider changed = await bench.Client.CustomProviders.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal("New", changed.Name);
        SentRequest patch = bench.Service.Sent[^1];
        Assert.Equal(("PATCH", """{"name":"New"}"""), (patch.Method, patch.Body));
        Assert.EndsWith("/custom-providers/" + Id, patch.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_are_compared_one_by_one_and_never_shown()
    {
        (PatchPlan<AiGatewayCustomProvider> same, _) = await PlanAsync(("headers", Headers(("x-key", HeaderCanary), ("x-team", "ai"))));
        Assert.Empty(same.Differences);
        (PatchPlan<AiGatewayCustomProvider> plan, Bench bench) = await PlanAsync(("headers", Headers(("x-team", "ml"), ("x-new", "value-1"))));
        Assert.Equal(
            ["Headers.x-key: (secret) → null", "Headers.x-new: null → (secret)", "Headers.x-team: (secret) → (secret)"],
            plan.Differences.Select(d => d.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal("x-team, x-new", plan.Preview.Headers.ToString());
        bench.Service.Then(() => Answers.Ok(Provider));
        await bench.Client.CustomProviders.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal("""{"headers":"{\"x-team\":\"ml\",\"x-new\":\"value-1\"}"}""", bench.Service.Sent[^1].Body);
    }

    [Fact]
    public async Task Clearing_sends_empty_texts_as_the_API_takes_no_null()
    {
        (PatchPlan<AiGatewayCustomProvider> plan, Bench bench) = await PlanAsync(("headers", null), ("description", null), ("link", null));
        Assert.DoesNotContain(plan.Differences, d => d.ToString().Contains(HeaderCanary, StringComparison.Ordinal) || d.Setting == "Link");
        bench.Service.Then(() => Answers.Ok(Provider));
        await bench.Client.CustomProviders.ApplyUpdateAsync(plan, bench.Call);
        Assert.Equal("""{"headers":"{}","description":""}""", bench.Service.Sent[^1].Body);
    }

    [Fact]
    public async Task A_delete_that_finds_nothing_after_an_open_attempt_has_succeeded()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Fail(404, 7002, "Not Found"));
        await bench.RunAsync(DeleteAsync(bench));
        Assert.Equal(["DELETE", "DELETE"], bench.Service.Sent.Select(s => s.Method));
    }

    [Theory]
    [InlineData("x team", "v", "not the name of a header")]
    [InlineData("x:team", "v", "not the name of a header")]
    [InlineData("x-team", "a\nb", "line break")]
    [InlineData("x-team", "€", null)]
    public void Headers_are_checked_before_any_call(string name, string value, string? says)
    {
        var bench = new Bench();
        string? problem = bench.Client.CustomProviders.ExplainHeaders(Headers((name, value)));
        if (says is null)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.Contains(says, problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Headers_have_8192_characters_at_most_as_they_are_sent()
    {
        var bench = new Bench();
        int frame = "{\"x\":\"\"}".Length;
        Assert.Null(bench.Client.CustomProviders.ExplainHeaders(Headers(("x", new string('a', 8192 - frame)))));
        Assert.Contains("8193 characters", bench.Client.CustomProviders.ExplainHeaders(Headers(("x", new string('a', 8193 - frame)))), StringComparison.Ordinal);
        Assert.Contains("characters", bench.Client.CustomProviders.ExplainHeaders(Headers(("x", new string('"', 5000)))), StringComparison.Ordinal);
        Assert.Empty(bench.Service.Sent);
    }

    private static async Task<bool> DeleteAsync(Bench bench)
    {
        await bench.Client.CustomProviders.DeleteAsync(Bench.Account, Id, "example-llm", bench.Call);
        return true;
    }

    private static CustomProviderHeaders Headers(params (string Name, string Value)[] headers)
    {
        var result = new CustomProviderHeaders();
        foreach ((string name, string value) in headers)
        {
            result[name] = Bench.Secret(value);
        }

        return result;
    }

    private static string Reveal(System.Security.SecureString secret) => new NetworkCredential(string.Empty, secret).Password;

    private static async Task<(PatchPlan<AiGatewayCustomProvider> Plan, Bench Bench)> PlanAsync(params (string Name, object? Value)[] settings)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Provider));
        var plan = await bench.Client.CustomProviders.PlanUpdateAsync(Bench.Account, Id, settings.ToDictionary(s => s.Name, s => s.Value), bench.Call);
        return (plan, bench);
    }

    private static Task<AiGatewayCustomProvider> ReadAsync(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return bench.Client.CustomProviders.GetAsync(Bench.Account, Id, bench.Call);
    }
}
