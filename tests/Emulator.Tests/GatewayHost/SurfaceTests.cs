using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The ways to call one model.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public async Task The_unified_endpoint_finds_the_provider_in_the_models_name()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o-mini", "Hello there"));
        Assert.Equal("gpt-4o-mini: Hello there", answer.Says());
        Assert.Equal("gpt-4o-mini", (string)answer.Json["model"]!);
        Assert.Equal("chat.completion", (string)answer.Json["object"]!);
        Assert.Equal("stop", (string)answer.Json["choices"]![0]!["finish_reason"]!);
        Assert.Equal("""{"prompt_tokens":3,"completion_tokens":6,"total_tokens":9,"prompt_tokens_details":{"cached_tokens":0}}""", answer.Json["usage"]!.ToJsonString());
    }

    [Theory]
    [InlineData("anthropic/claude-sonnet-4-5", "claude-sonnet-4-5")]
    [InlineData("google-ai-studio/gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("google-vertex-ai/google/gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("grok/grok-3", "grok-3")]
    [InlineData("groq/openai/gpt-oss-120b", "openai/gpt-oss-120b")]
    [InlineData("workers-ai/@cf/meta/llama-3.1-8b-instruct", "@cf/meta/llama-3.1-8b-instruct")]
    public async Task Every_provider_of_the_unified_endpoint_answers_in_the_same_shape(string name, string model)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal(model + ": Hi", (await twin.CompatAsync(HostTwin.Chat(name, "Hi"))).Says());
    }

    [Theory]
    [InlineData("gpt-4o-mini", 400, 2019)]
    [InlineData("nowhere/gpt-4o-mini", 400, 2008)]
    [InlineData("openrouter/gpt-4o-mini", 400, 2008)]
    [InlineData("perplexity-ai/sonar", 400, 2008)]
    [InlineData("custom-mine/x", 400, 2008)]
    public async Task The_unified_endpoint_wants_a_prefix_that_it_knows(string model, int status, int code)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal((status, code), (await twin.CompatAsync(HostTwin.Chat(model, "Hi"))).HostError());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"model":"openai/gpt-4o"}""")]
    public async Task The_unified_endpoint_wants_a_chat(string body)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Host + "/compat/chat/completions", body, "cf-aig-authorization: " + HostTwin.Token);
        Assert.Equal((400, 2019), answer.HostError());
    }

    [Fact]
    public async Task The_unified_endpoint_has_chats_only()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal((400, 7000), (await twin.PostAsync("compat/chat/completions/chat/completions", HostTwin.Chat("openai/gpt-4o", "Hi"))).HostError());
    }

    [Fact]
    public async Task A_provider_is_called_at_its_own_path_with_bare_names()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync("openai/chat/completions", HostTwin.Chat("gpt-4o", "Hi"));
        Assert.Equal("gpt-4o: Hi", answer.Says());
        answer = await twin.PostAsync("openai/chat/completions", HostTwin.Chat("openai/gpt-4o", "Hi"));
        Assert.Equal((404, "model_not_found"), (answer.Status, (string)answer.Json["error"]!["code"]!));
    }

    [Theory]
    [InlineData("openai/v1/chat/completions", "Invalid URL (POST /v1/v1/chat/completions)")]
    [InlineData("openai/chat/completions/chat/completions", "Invalid URL (POST /v1/chat/completions/chat/completions)")]
    public async Task A_path_that_OpenAI_does_not_have_is_its_own_error(string path, string message)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync(path, HostTwin.Chat("gpt-4o", "Hi"));
        Assert.Equal((404, message), (answer.Status, (string)answer.Json["error"]!["message"]!));
    }

    [Theory]
    [InlineData("openai/gpt-4.1", "gpt-4.1")]
    [InlineData("anthropic/claude-sonnet-4.5", "claude-sonnet-4.5")]
    [InlineData("google/gemini-3-flash", "gemini-3-flash")]
    [InlineData("xai/grok-3", "grok-3")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", "@cf/meta/llama-3.1-8b-instruct")]
    public async Task The_REST_API_has_names_with_authors(string name, string model)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.RestAsync("v1/chat/completions", HostTwin.Chat(name, "Hi"));
        Assert.Equal(model + ": Hi", answer.Says());
        Assert.True(answer.Headers.ContainsKey("cf-aig-log-id"));
    }

    [Theory]
    [InlineData("gpt-4.1")]
    [InlineData("mistral/mistral-large")]
    [InlineData("openai/gtp-4")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    [InlineData("dynamic/support")]
    public async Task The_REST_API_says_when_its_catalog_has_no_such_model(string name)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.RestAsync("v1/chat/completions", HostTwin.Chat(name, "Hi"));
        Assert.Equal((404, 7003), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("POST", "v1", 404, 7003)]
    [InlineData("POST", "v1/models", 404, 7003)]
    [InlineData("GET", "v1/chat/completions", 404, 7003)]
    [InlineData("POST", "run/dynamic/x", 400, 7000)]
    [InlineData("POST", "run/gpt-4o", 400, 7000)]
    public async Task The_REST_API_has_few_paths(string method, string path, int status, int code)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.SendAsync(new HttpMethod(method), HostTwin.Ai + path, "{}", "Authorization: " + HostTwin.Token);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Workers_AI_needs_no_gateway_on_the_REST_API_and_others_take_the_default_one()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("@cf/meta/llama-3.1-8b-instruct", "Hi");
        Answer answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Ai + "v1/chat/completions", body.ToJsonString(), "Authorization: " + HostTwin.Token);
        Assert.Equal("@cf/meta/llama-3.1-8b-instruct: Hi", answer.Says());
        Assert.DoesNotContain("cf-aig-request-id", answer.Headers.Keys);
        Assert.Equal(["g"], (await twin.Inner.Client.GetAsync(Twin.Gateways)).Ids);

        body = HostTwin.Chat("openai/gpt-4.1", "Hi");
        answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Ai + "v1/chat/completions", body.ToJsonString(), "Authorization: " + HostTwin.Token);
        Assert.Equal("gpt-4.1: Hi", answer.Says());
        Assert.Contains("default", (await twin.Inner.Client.GetAsync(Twin.Gateways)).Ids);
        Assert.Equal(1, (int)(await twin.Inner.Client.GetAsync(Twin.Gateways + "/default/logs")).Json["result_info"]!["total_count"]!);
    }

    [Fact]
    public async Task The_REST_API_knows_unknown_gateways_too()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Assert.Equal((400, 2001), (await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "Hi"), "cf-aig-gateway-id: none")).HostError());
    }
}
