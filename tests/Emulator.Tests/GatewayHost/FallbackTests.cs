using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Faults of providers, and what the gateway does about them.</summary>
public sealed class FallbackTests
{
    private static readonly JsonObject s_chat = HostTwin.Chat("openai/gpt-4o", "Hi");

    [Fact]
    public async Task A_providers_error_passes_through_in_its_own_words()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });
        Answer answer = await twin.CompatAsync(s_chat);
        Assert.Equal((429, "7", "Rate limit reached."), (answer.Status, answer.Headers["retry-after"], (string)answer.Json["error"]!["message"]!));
        Assert.Null(answer.Json["name"]);
        Assert.Equal(200, (await twin.CompatAsync(s_chat)).Status);
    }

    [Theory]
    [InlineData("openai", "gpt-4o", 500)]
    [InlineData("openai", "gpt-*", 500)]
    [InlineData(null, "*4o", 500)]
    [InlineData("anthropic", null, 200)]
    [InlineData("openai", "gpt-5*", 200)]
    public async Task A_fault_is_for_a_provider_and_a_model(string? provider, string? model, int status)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Provider = provider, Model = model, Status = 500, Times = -1 });
        Assert.Equal(status, (await twin.CompatAsync(s_chat)).Status);
    }

    [Theory]
    [InlineData("{\"answer\":42}", "application/json")]
    [InlineData("plain", "text/plain; charset=UTF-8")]
    public async Task An_answer_can_be_scripted(string body, string contentType)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Body = body });
        Answer answer = await twin.CompatAsync(s_chat);
        Assert.Equal((200, body, contentType), (answer.Status, answer.Body, answer.Headers["content-type"]));
    }

    [Fact]
    public async Task A_provider_that_breaks_the_connection_gave_no_answer()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Reset = true });
        Assert.Equal((400, 2005), (await twin.CompatAsync(s_chat)).HostError());
    }

    [Fact]
    public async Task Headers_ask_for_repeats()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Status = 503, Times = 2 });
        Answer answer = await twin.CompatAsync(s_chat, "cf-aig-max-attempts: 3");
        Assert.Equal((200, "0"), (answer.Status, answer.Headers["cf-aig-step"]));
        Assert.Single(await twin.LogsAsync());
        twin.App.AddProviderFault(new ProviderFault { Status = 503, Times = 2 });
        Assert.Equal(503, (await twin.CompatAsync(s_chat, "cf-aig-max-attempts: 2")).Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task What_will_not_get_better_is_not_repeated(int status)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Status = status });
        Assert.Equal(status, (await twin.CompatAsync(s_chat, "cf-aig-max-attempts: 3")).Status);
    }

    [Theory]
    [InlineData("constant", 100, 100)]
    [InlineData("linear", 100, 200)]
    [InlineData("exponential", 100, 200)]
    public async Task Repeats_wait_by_the_clock(string backoff, int first, int second)
    {
        using HostTwin twin = await HostTwin.MakeAsync($"\"retry_max_attempts\":3,\"retry_delay\":100,\"retry_backoff\":\"{backoff}\"");
        twin.App.AddProviderFault(new ProviderFault { Status = 500, Times = 2 });
        Task<Answer> call = twin.CompatAsync(s_chat);
        twin.Time.Advance(TimeSpan.FromMilliseconds(first));
        twin.Time.Advance(TimeSpan.FromMilliseconds(second - 1));
        Assert.False(call.IsCompleted);
        twin.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await call).Status);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(99, true)]
    public async Task A_timeout_is_to_the_first_part(int timeout, bool ends)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { DelayMs = 100 });
        Task<Answer> call = twin.CompatAsync(s_chat, $"cf-aig-request-timeout: {timeout}");
        twin.Time.Advance(TimeSpan.FromMilliseconds(timeout));
        Answer answer = await call;
        Assert.Equal(ends ? 400 : 200, answer.Status);
        Assert.True(!ends || answer.HostError() == (400, 2005));
    }

    [Fact]
    public async Task The_last_of_several_attempts_takes_its_time()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { DelayMs = 100, Times = 2 });
        Task<Answer> call = twin.CompatAsync(s_chat, "cf-aig-request-timeout: 50", "cf-aig-max-attempts: 2");
        twin.Time.Advance(TimeSpan.FromMilliseconds(50));
        twin.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(200, (await call).Status);
    }

    [Fact]
    public async Task The_universal_endpoint_tries_its_steps_in_order()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 500 });
        twin.App.AddProviderFault(new ProviderFault { Provider = "anthropic", Reset = true });
        var steps = new JsonArray(
            Step("openai", "chat/completions", HostTwin.Chat("gpt-4o", "Hi")),
            Step("anthropic", "v1/messages", HostTwin.Chat("claude-x", "Hi", "max_tokens", 9), "anthropic-version: 2023-06-01"),
            Step("compat", "chat/completions", HostTwin.Chat("groq/llama", "Hi")),
            Step("workers-ai", "@cf/meta/llama-3.1-8b-instruct", new JsonObject { ["prompt"] = "Hi" }));
        Answer answer = await twin.PostAsync(string.Empty, steps, "cf-aig-event-id: e");
        Assert.Equal("llama: Hi", answer.Says());
        Assert.Equal("2", answer.Headers["cf-aig-step"]);
        Assert.NotEqual(answer.Headers["cf-aig-request-id"], answer.Headers["cf-aig-log-id"]);
        IReadOnlyList<JsonNode> rows = [.. (await twin.LogsAsync()).OrderBy(static row => (int)row["step"]!)];
        Assert.Equal(["openai", "anthropic", "groq"], rows.Select(static row => (string)row["provider"]!));
        Assert.Equal([500, 400, 200], rows.Select(static row => (int)row["status_code"]!));
        Assert.Equal(3, (await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("event_id", "eq", "e"))).Ids.Length);
    }

    [Fact]
    public async Task The_first_step_that_answers_is_the_last_one()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        var steps = new JsonArray(Step("openai", "chat/completions", HostTwin.Chat("gpt-4o", "Hi")), Step("groq", "chat/completions", HostTwin.Chat("llama", "Hi")));
        Answer answer = await twin.PostAsync(string.Empty, steps);
        Assert.Equal(("gpt-4o: Hi", "0"), (answer.Says(), answer.Headers["cf-aig-step"]));
        Assert.Single(await twin.LogsAsync());
    }

    [Fact]
    public async Task When_all_steps_fail_the_last_error_is_answered()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Status = 500 });
        twin.App.AddProviderFault(new ProviderFault { Status = 502 });
        var steps = new JsonArray(Step("openai", "chat/completions", HostTwin.Chat("gpt-4o", "Hi")), Step("groq", "chat/completions", HostTwin.Chat("llama", "Hi")));
        Answer answer = await twin.PostAsync(string.Empty, steps);
        Assert.Equal((502, "1"), (answer.Status, answer.Headers["cf-aig-step"]));
    }

    [Fact]
    public async Task A_step_has_a_config_and_headers_go_before_it()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Status = 500, Times = 2 });
        JsonObject step = Step("openai", "chat/completions", HostTwin.Chat("gpt-4o", "Hi"));
        step["config"] = new JsonObject { ["maxAttempts"] = 3, ["retryDelay"] = 0, ["backoff"] = "constant", ["requestTimeout"] = 1000 };
        Assert.Equal(200, (await twin.PostAsync(string.Empty, new JsonArray(step.DeepClone()))).Status);
        twin.App.AddProviderFault(new ProviderFault { Status = 500, Times = 2 });
        Assert.Equal(500, (await twin.PostAsync(string.Empty, new JsonArray(step.DeepClone()), "cf-aig-max-attempts: 1")).Status);
    }

    [Fact]
    public async Task What_the_gateway_blocks_is_not_tried_elsewhere()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"guardrails\":{\"prompt\":{\"S1\":\"BLOCK\"},\"response\":{}}");
        var steps = new JsonArray(Step("openai", "chat/completions", HostTwin.Chat("gpt-4o", "unsafe-S1")), Step("groq", "chat/completions", HostTwin.Chat("llama", "Hi")));
        Assert.Equal((424, 2016), (await twin.PostAsync(string.Empty, steps)).HostError());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("[{}]")]
    [InlineData("""[{"provider":"nowhere","endpoint":"x","query":{}}]""")]
    [InlineData("7")]
    public async Task Steps_that_lead_nowhere_are_invalid(string body)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal((400, 2008), (await twin.SendAsync(HttpMethod.Post, HostTwin.Host, body, "cf-aig-authorization: " + HostTwin.Token)).HostError());
    }

    [Fact]
    public async Task A_custom_provider_is_called_at_its_base_address()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.Sources = new InferenceSources { CustomProviders = new Custom() };
        Answer answer = await twin.PostAsync("custom-mine/jobs/run", new JsonObject { ["a"] = 1 }, "Authorization: Bearer k");
        Assert.Equal("https://models.example/v2/jobs/run", (string)answer.Json["url"]!);
        Assert.Equal("m: Hi", (await twin.PostAsync("custom-mine/v1/chat/completions", HostTwin.Chat("m", "Hi"), "Authorization: Bearer k")).Says());
        Assert.Equal("m: Hi", (await twin.CompatAsync(HostTwin.Chat("custom-mine/m", "Hi"), "Authorization: Bearer k")).Says());
        Assert.Equal("custom-mine", (string)(await twin.LogsAsync())[0]["provider"]!);
        Assert.Equal((400, 2008), (await twin.PostAsync("custom-off/x", new JsonObject())).HostError());
        Assert.Equal((400, 2008), (await twin.PostAsync("custom-none/x", new JsonObject())).HostError());
    }

    [Fact]
    public void Senseless_faults_are_refused()
    {
        using var twin = new Twin();
        ProviderFault[] faults = [new() { Status = 99 }, new() { Times = 0 }, new() { DelayMs = -1 }, new() { PieceDelayMs = -1 }, new() { BreakAfter = -1 }];
        Assert.All(faults, fault => Assert.Throws<ArgumentException>(() => twin.App.AddProviderFault(fault)));
    }

    [Fact]
    public async Task The_control_api_scripts_providers()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        const string Faults = """[{"provider":"openai","status":500,"times":2},{"provider":"openai","body":{"a":1},"headers":{"x-a":"b"},"delay_ms":0,"piece_delay_ms":0,"reset":false,"omit_done":true,"split_characters":true,"comments":true,"break_after":5,"model":"*"}]""";
        Assert.Equal(200, (await twin.SendAsync(HttpMethod.Post, "/_emulator/providers", Faults)).Status);
        Assert.Equal((500, 500), ((await twin.CompatAsync(s_chat)).Status, (await twin.CompatAsync(s_chat)).Status));
        Answer answer = await twin.CompatAsync(s_chat);
        Assert.Equal(("""{"a":1}""", "b"), (answer.Body, answer.Headers["x-a"]));
        Assert.Equal(200, (await twin.SendAsync(HttpMethod.Post, "/_emulator/providers", """{"status":500,"times":-1}""")).Status);
        Assert.Equal(200, (await twin.SendAsync(HttpMethod.Delete, "/_emulator/providers", null)).Status);
        Assert.Equal(200, (await twin.CompatAsync(s_chat)).Status);
        Assert.Equal(400, (await twin.SendAsync(HttpMethod.Post, "/_emulator/providers", """{"states":500}""")).Status);
        Assert.Equal(400, (await twin.SendAsync(HttpMethod.Post, "/_emulator/providers", """{"status":5}""")).Status);
    }

    private static JsonObject Step(string provider, string endpoint, JsonObject query, params string[] headers)
    {
        var step = new JsonObject { ["provider"] = provider, ["endpoint"] = endpoint, ["query"] = query };
        var map = new JsonObject();
        foreach (string header in headers)
        {
            string[] parts = header.Split(": ", 2);
            map[parts[0]] = parts[1];
        }

        step["headers"] = map;
        return step;
    }

    private sealed class Custom : ICustomProviderSource
    {
        public CustomProviderTarget? Find(StateTables tables, string accountId, string slug) => slug switch
        {
            "mine" => new CustomProviderTarget(slug, "https://models.example/v2/", IsEnabled: true),
            "off" => new CustomProviderTarget(slug, "https://models.example", IsEnabled: false),
            _ => null,
        };
    }
}
