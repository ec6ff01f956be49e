using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>What the models of the twin say.</summary>
public sealed class PromptTests
{
    private const string Weather = """[{"type":"function","function":{"name":"get_weather","parameters":{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"},"unit":{"enum":["C","F"]},"tags":{"type":"array","items":{"type":"string"}},"metric":{"type":"boolean"}}}}}]""";

    [Fact]
    public async Task The_same_request_has_the_same_answer()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("openai/gpt-4o", "Hello");
        string first = (await twin.CompatAsync(body)).Body;
        Assert.Equal(first, (await twin.CompatAsync(body)).Body);
        Assert.NotEqual(first, (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hello!"))).Body);
    }

    [Fact]
    public async Task The_last_thing_that_the_user_said_is_answered()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonNode messages = JsonNode.Parse("""[{"role":"system","content":"S"},{"role":"user","content":"One"},{"role":"assistant","content":"A"},{"role":"user","content":[{"type":"text","text":"Two"},{"type":"image_url","image_url":{"url":"data:x"}},{"type":"text","text":"Three"}]}]""")!;
        Answer answer = await twin.CompatAsync(new JsonObject { ["model"] = "openai/gpt-4o", ["messages"] = messages });
        Assert.Equal("gpt-4o: Two\nThree", answer.Says());
        Assert.Equal(1 + 1 + 1 + 1 + 2 + 85, (int)answer.Json["usage"]!["prompt_tokens"]!);
    }

    [Fact]
    public async Task A_limit_of_tokens_cuts_the_answer()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hello", "max_tokens", 2));
        Assert.Equal("gpt-4o: ", answer.Says());
        Assert.Equal("length", (string)answer.Json["choices"]![0]!["finish_reason"]!);
        Assert.Equal(2, (int)answer.Json["usage"]!["completion_tokens"]!);
        Assert.Equal("gpt-4o: 12🚀", TokenCount.Cut("gpt-4o: 12🚀", 3));
        Assert.Equal("gpt-4o: 123", TokenCount.Cut("gpt-4o: 123🚀4", 3));
    }

    [Fact]
    public async Task A_long_prompt_is_in_the_providers_cache_so_far()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", new string('x', 4096), "max_tokens", 5));
        Assert.Equal(1024, (int)answer.Json["usage"]!["prompt_tokens_details"]!["cached_tokens"]!);
    }

    [Fact]
    public async Task A_tool_is_called_when_the_prompt_names_it()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("openai/gpt-4o", "Please get_weather", "tools", JsonNode.Parse(Weather));
        JsonNode choice = (await twin.CompatAsync(body)).Json["choices"]![0]!;
        Assert.Equal("tool_calls", (string)choice["finish_reason"]!);
        Assert.Null(choice["message"]!["content"]);
        JsonNode function = choice["message"]!["tool_calls"]![0]!["function"]!;
        Assert.Equal("get_weather", (string)function["name"]!);
        Assert.Equal("""{"city":"Please get_weather","days":18,"unit":"C","tags":["Please get_weather"],"metric":true}""", (string)function["arguments"]!);

        body["messages"]!.AsArray().Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = "x", ["content"] = "12 degrees" });
        Assert.Equal("gpt-4o: 12 degrees", (await twin.CompatAsync(body)).Says());
    }

    [Theory]
    [InlineData("\"none\"", "Please get_weather", false)]
    [InlineData("\"auto\"", "Hello", false)]
    [InlineData("\"required\"", "Hello", true)]
    [InlineData("""{"type":"function","function":{"name":"get_weather"}}""", "Hello", true)]
    [InlineData("""{"type":"function","function":{"name":"other"}}""", "Hello", false)]
    public async Task The_choice_of_tools_is_obeyed(string choice, string prompt, bool calls)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("openai/gpt-4o", prompt, "tools", JsonNode.Parse(Weather));
        body["tool_choice"] = JsonNode.Parse(choice);
        Assert.Equal(calls, (await twin.CompatAsync(body)).Json["choices"]![0]!["message"]!["tool_calls"] is not null);
    }

    [Fact]
    public async Task Tool_calls_are_streamed_in_every_shape()
    {
        const string Arguments = """{"city":"get_weather"}""";
        JsonNode schema = JsonNode.Parse("""{"type":"object","properties":{"city":{"type":"STRING"}}}""")!;
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject chat = HostTwin.Chat("gpt-4o", "get_weather", "stream", true);
        chat["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = "get_weather", ["parameters"] = schema.DeepClone() } });
        JsonNode chunk = HostAnswers.Events((await twin.PostAsync("openai/chat/completions", chat)).Body)[0];
        Assert.Equal(Arguments, (string)chunk["choices"]![0]!["delta"]!["tool_calls"]![0]!["function"]!["arguments"]!);

        var response = new JsonObject { ["model"] = "gpt-4o", ["input"] = "get_weather", ["stream"] = true };
        response["tools"] = new JsonArray(new JsonObject { ["type"] = "function", ["name"] = "get_weather", ["parameters"] = schema.DeepClone() });
        JsonNode done = HostAnswers.Events((await twin.PostAsync("openai/responses", response)).Body)[^1];
        Assert.Equal(("function_call", Arguments), ((string)done["response"]!["output"]![0]!["type"]!, (string)done["response"]!["output"]![0]!["arguments"]!));

        JsonObject messages = HostTwin.Chat("claude-x", "get_weather", "max_tokens", 9);
        messages["stream"] = true;
        messages["tools"] = new JsonArray(new JsonObject { ["name"] = "get_weather", ["input_schema"] = schema.DeepClone() });
        JsonNode[] events = [.. HostAnswers.Events((await twin.PostAsync("anthropic/v1/messages", messages, "anthropic-version: 2023-06-01")).Body)];
        Assert.Contains(events, static e => (string?)e["delta"]?["partial_json"] == Arguments);
        Assert.Contains(events, static e => (string?)e["delta"]?["stop_reason"] == "tool_use");

        var google = new JsonObject { ["contents"] = JsonNode.Parse("""[{"parts":[{"text":"get_weather"}]}]""") };
        google["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = new JsonArray(new JsonObject { ["name"] = "get_weather", ["parameters"] = schema.DeepClone() }) });
        JsonNode part = HostAnswers.Events((await twin.PostAsync("google-ai-studio/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse", google)).Body).Single();
        Assert.Equal("get_weather", (string)part["candidates"]![0]!["content"]!["parts"]![0]!["functionCall"]!["args"]!["city"]!);

        var llama = new JsonObject { ["prompt"] = "get_weather", ["tools"] = new JsonArray(new JsonObject { ["name"] = "get_weather", ["parameters"] = schema.DeepClone() }) };
        JsonNode result = (await twin.RestAsync("run/@cf/meta/llama-3.1-8b-instruct", llama)).Result;
        Assert.Equal("get_weather", (string)result["tool_calls"]![0]!["arguments"]!["city"]!);
    }

    [Fact]
    public async Task JSON_is_answered_where_it_is_wanted()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("openai/gpt-4o", "Hello", "response_format", JsonNode.Parse("""{"type":"json_object"}"""));
        Assert.Equal("""{"model":"gpt-4o","answer":"Hello"}""", (await twin.CompatAsync(body)).Says());
        body["response_format"] = JsonNode.Parse("""{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object","properties":{"word":{"type":"string"},"inner":{"type":"object","properties":{"none":{"type":"null"}}}}}}}""");
        Assert.Equal("""{"word":"Hello","inner":{"none":null}}""", (await twin.CompatAsync(body)).Says());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" a  b\n\nc ")]
    [InlineData("Zürich 🚀 東京")]
    public void The_words_of_an_answer_are_the_answer(string text)
    {
        var answer = new ModelAnswer { Model = "m", Id = "i", Created = 0, Text = text };
        Assert.Equal(text, string.Concat(answer.Words));
        Assert.DoesNotContain(string.Empty, answer.Words);
    }
}
