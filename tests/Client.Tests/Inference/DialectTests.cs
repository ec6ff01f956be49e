using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>One chat in every language, and every answer in one.</summary>
public class DialectTests
{
    private static readonly Dictionary<string, object?> s_schema = new() { ["type"] = "object" };

    [Theory]
    [InlineData("openai/gpt-5-mini", InferenceSurface.Rest, """{"model":"openai/gpt-5-mini","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Bern\"}"}}]},{"role":"tool","content":"{\"t\":7}","tool_call_id":"c1"}],"max_completion_tokens":50,"temperature":0.5,"tools":[{"type":"function","function":{"name":"weather","description":"Weather","parameters":{"type":"object"}}}],"top_p":0.9}""")]
    [InlineData("mistral/mistral-small-latest", InferenceSurface.Native, """{"model":"mistral-small-latest","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Bern\"}"}}]},{"role":"tool","content":"{\"t\":7}","tool_call_id":"c1"}],"max_tokens":50,"temperature":0.5,"tools":[{"type":"function","function":{"name":"weather","description":"Weather","parameters":{"type":"object"}}}],"top_p":0.9}""")]
    [InlineData("anthropic/claude-haiku-4-5", InferenceSurface.Native, """{"model":"claude-haiku-4-5","max_tokens":50,"messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},{"role":"assistant","content":[{"type":"tool_use","id":"c1","name":"weather","input":{"city":"Bern"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","content":"{\"t\":7}"}]}],"system":"Be brief.","temperature":0.5,"tools":[{"name":"weather","description":"Weather","input_schema":{"type":"object"}}],"top_p":0.9}""")]
    [InlineData("google/gemini-2.5-flash", InferenceSurface.Native, """{"contents":[{"role":"user","parts":[{"text":"What?"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]},{"role":"model","parts":[{"functionCall":{"name":"weather","args":{"city":"Bern"}}}]},{"role":"user","parts":[{"functionResponse":{"name":"weather","response":{"t":7}}}]}],"systemInstruction":{"parts":[{"text":"Be brief."}]},"generationConfig":{"maxOutputTokens":50,"temperature":0.5},"tools":[{"functionDeclarations":[{"name":"weather","description":"Weather","parameters":{"type":"object"}}]}],"top_p":0.9}""")]
    internal async Task A_chat_is_written_in_each_language(string model, InferenceSurface surface, string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, Answer(model, surface)));
        await bench.Client.Inference.ChatAsync(Everything(model, surface), bench.Call);
        Assert.Equal(body, bench.Service.Sent[0].Body);
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", InferenceSurface.Rest, """{"model":"m","choices":[{"message":{"content":"Hi","reasoning_content":"hm","tool_calls":[{"id":"c1","function":{"name":"w","arguments":"{\"a\":1}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":4}}}""")]
    [InlineData("anthropic/claude-haiku-4-5", InferenceSurface.Native, """{"model":"m","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Hi"},{"type":"tool_use","id":"c1","name":"w","input":{"a":1}}],"stop_reason":"tool_use","usage":{"input_tokens":6,"cache_read_input_tokens":4,"output_tokens":5}}""")]
    [InlineData("google/gemini-2.5-flash", InferenceSurface.Native, """{"modelVersion":"m","candidates":[{"content":{"parts":[{"text":"hm","thought":true},{"text":"Hi"},{"functionCall":{"id":"c1","name":"w","args":{"a":1}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":3,"thoughtsTokenCount":2,"cachedContentTokenCount":4,"totalTokenCount":15}}""")]
    internal async Task Every_answer_reads_alike(string model, InferenceSurface surface, string answer)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, answer, ("cf-aig-log-id", "l"), ("cf-aig-cache-status", "HIT"), ("cf-aig-step", "2"), ("cf-aig-event-id", "e")));
        AiGatewayChatResult result = await bench.Client.Inference.ChatAsync(Chats.Of(model, surface: surface), bench.Call);
        Assert.Equal("Hi", result.Text);
        Assert.Equal("hm", result.Reasoning);
        Assert.Equal("m", result.Model);
        Assert.Equal("tool_calls", result.FinishReason);
        AiGatewayToolCall call = Assert.Single(result.ToolCalls);
        Assert.Equal(("c1", "w", 1L), (call.Id, call.Name, call.Input!["a"]));
        Assert.Equal((10, 5, 4, 15), (result.Usage.InputTokens, result.Usage.OutputTokens, result.Usage.CachedTokens, result.Usage.TotalTokens));
        Assert.Equal(("l", "HIT", 2, "e"), (result.LogId, result.CacheStatus, result.Step, result.Headers["cf-aig-event-id"]));
        Assert.Equal(("prod", Bench.Account, surface), (result.GatewayId, result.AccountId, result.Surface));
        Assert.Equal(answer, result.Raw);
    }

    [Theory]
    [InlineData("""{"result":{"response":"Hi","usage":{"prompt_tokens":1}},"success":true}""")]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"text","text":"H"},{"type":"text","text":"i"}]},"finish_reason":"stop"}]}""")]
    [InlineData("""{"error":null,"choices":[{"message":{"content":"Hi"}}]}""")]
    public async Task Other_shapes_of_the_same_answer_are_understood(string answer)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, answer));
        Assert.Equal("Hi", (await bench.Client.Inference.ChatAsync(Chats.Of("@cf/meta/llama"), bench.Call)).Text);
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", true, "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"schema\":{\"type\":\"object\"}}}")]
    [InlineData("openai/gpt-5-mini", false, "\"response_format\":{\"type\":\"json_object\"}")]
    [InlineData("anthropic/claude-haiku-4-5", true, "\"tool_choice\":{\"type\":\"tool\",\"name\":\"answer\"}")]
    [InlineData("anthropic/claude-haiku-4-5", false, "\"system\":\"Answer with one JSON object and nothing else.\"")]
    [InlineData("google/gemini-2.5-flash", true, "\"responseMimeType\":\"application/json\",\"responseJsonSchema\":{\"type\":\"object\"}")]
    [InlineData("google/gemini-2.5-flash", false, "\"responseMimeType\":\"application/json\"")]
    public async Task The_form_of_the_answer_is_asked_for(string model, bool hasSchema, string part)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, Answer(model, InferenceSurface.Native)));
        ChatRequest chat = Chats.Of(model, surface: InferenceSurface.Native);
        var formed = new ChatRequest
        {
            AccountId = chat.AccountId,
            Gateway = chat.Gateway,
            Choice = chat.Choice,
            Messages = chat.Messages,
            Format = new ChatFormat { IsJson = true, Schema = hasSchema ? s_schema : null },
        };
        await bench.Client.Inference.ChatAsync(formed, bench.Call);
        Assert.Contains(part, bench.Service.Sent[0].Body, System.StringComparison.Ordinal);
    }

    private static string Answer(string model, InferenceSurface surface) => surface is not InferenceSurface.Native ? Chats.OpenAiAnswer
        : model.StartsWith("anthropic", System.StringComparison.Ordinal) ? """{"model":"m","content":[{"type":"text","text":"Hi"}],"stop_reason":"end_turn"}"""
        : model.StartsWith("google", System.StringComparison.Ordinal) ? """{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}"""
        : Chats.OpenAiAnswer;

    private static ChatRequest Everything(string model, InferenceSurface surface) => new()
    {
        AccountId = Bench.Account,
        Gateway = "prod",
        Choice = SurfaceChoice.For(model, new CallCredentials(), surface),
        Messages =
        [
            ChatMessage.Of(ChatMessage.System, "Be brief."),
            new ChatMessage { Parts = [new ChatPart { Text = "What?" }, new ChatPart { ImageData = "AAAA", MediaType = "image/png" }] },
            new ChatMessage { Role = ChatMessage.Assistant, ToolCalls = [new AiGatewayToolCall { Id = "c1", Name = "weather", Arguments = """{"city":"Bern"}""" }] },
            new ChatMessage { Role = ChatMessage.Tool, ToolCallId = "c1", Parts = [new ChatPart { Value = new Dictionary<string, object?> { ["t"] = 7 } }] },
        ],
        MaxTokens = 50,
        Temperature = 0.5,
        Tools = [new ChatTool { Name = "weather", Description = "Weather", Parameters = s_schema }],
        Extra = new Dictionary<string, object?> { ["top_p"] = 0.9 },
    };
}
