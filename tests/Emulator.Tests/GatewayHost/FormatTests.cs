using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The shapes of the providers, whole and streamed.</summary>
public sealed class FormatTests
{
    private const string Llama = "@cf/meta/llama-3.1-8b-instruct";

    [Theory]
    [InlineData("openai/chat/completions", "gpt-4o")]
    [InlineData("groq/chat/completions", "llama-3.3-70b-versatile")]
    [InlineData("mistral/v1/chat/completions", "mistral-small-latest")]
    [InlineData("perplexity-ai/chat/completions", "sonar")]
    [InlineData("deepseek/chat/completions", "deepseek-chat")]
    [InlineData("grok/v1/chat/completions", "grok-3")]
    [InlineData("cerebras/chat/completions", "llama3.1-8b")]
    [InlineData("openrouter/v1/chat/completions", "meta/any")]
    [InlineData("baseten/v1/chat/completions", "any")]
    [InlineData("workers-ai/v1/chat/completions", Llama)]
    [InlineData("google-ai-studio/v1beta/openai/chat/completions", "gemini-2.5-flash")]
    public async Task Chats_of_OpenAI_are_everywhere(string path, string model)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync(path, HostTwin.Chat(model, "Hi"), "Authorization: Bearer " + (path.StartsWith("workers-ai", StringComparison.Ordinal) ? EmulatorOptions.DefaultToken : "key"));
        Assert.Equal(model + ": Hi", answer.Says());
    }

    [Fact]
    public async Task Azure_has_the_model_in_the_path()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("x", "Hi");
        body.Remove("model");
        Answer answer = await twin.PostAsync("azure-openai/my-resource/my-deployment/chat/completions?api-version=2024-10-21", body, "api-key: k");
        Assert.Equal("my-deployment: Hi", answer.Says());
    }

    [Fact]
    public async Task Responses_of_OpenAI()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        var body = new JsonObject { ["model"] = "gpt-4o", ["instructions"] = "Be kind", ["input"] = "Hello" };
        JsonNode answer = (await twin.PostAsync("openai/responses", body)).Json;
        Assert.Equal(("response", "completed"), ((string)answer["object"]!, (string)answer["status"]!));
        Assert.Equal("gpt-4o: Hello", (string)answer["output"]![0]!["content"]![0]!["text"]!);
        Assert.Equal((4, 4), ((int)answer["usage"]!["input_tokens"]!, (int)answer["usage"]!["output_tokens"]!));

        body["input"] = JsonNode.Parse("""[{"role":"user","content":[{"type":"input_text","text":"One"},{"type":"input_text","text":"Two"}]}]""");
        body["stream"] = true;
        string stream = (await twin.PostAsync("openai/responses", body)).Body;
        IReadOnlyList<JsonNode> events = HostAnswers.Events(stream);
        Assert.Equal("response.created", (string)events[0]["type"]!);
        Assert.Equal("gpt-4o: One\nTwo", string.Concat(events.Where(static e => (string)e["type"]! == "response.output_text.delta").Select(static e => (string)e["delta"]!)));
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(static e => (int)e["sequence_number"]!));
        Assert.Equal("response.completed", (string)events[^1]["type"]!);
        Assert.Equal("gpt-4o: One\nTwo", (string)events[^1]["response"]!["output"]![0]!["content"]![0]!["text"]!);
        Assert.DoesNotContain("[DONE]", stream, StringComparison.Ordinal);
        Assert.StartsWith("event: response.created\ndata: ", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_that_are_cut_say_so()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        var body = new JsonObject { ["model"] = "gpt-4o", ["input"] = "Hello there, friend", ["max_output_tokens"] = 2, ["stream"] = true };
        JsonNode last = HostAnswers.Events((await twin.PostAsync("openai/responses", body)).Body)[^1];
        Assert.Equal("response.incomplete", (string)last["type"]!);
        Assert.Equal("max_output_tokens", (string)last["response"]!["incomplete_details"]!["reason"]!);
        Assert.Equal("gpt-4o: ", (string)last["response"]!["output"]![0]!["content"]![0]!["text"]!);
    }

    [Fact]
    public async Task Embeddings_of_OpenAI()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        var body = new JsonObject { ["model"] = "text-embedding-3-small", ["input"] = new JsonArray("one", "two"), ["dimensions"] = 8 };
        JsonNode answer = (await twin.PostAsync("openai/embeddings", body)).Json;
        float[] first = Vector(answer, 0);
        float[] second = Vector(answer, 1);
        Assert.Equal((8, 8), (first.Length, second.Length));
        Assert.NotEqual(first, second);
        Assert.Equal(1, first.Sum(static x => x * x), 4);
        Assert.Equal("""{"prompt_tokens":2,"total_tokens":2}""", answer["usage"]!.ToJsonString());

        body["encoding_format"] = "base64";
        byte[] bytes = Convert.FromBase64String((string)(await twin.PostAsync("openai/embeddings", body)).Json["data"]![0]!["embedding"]!);
        Assert.Equal(first, MemoryMarshal.Cast<byte, float>(bytes).ToArray());

        body.Remove("dimensions");
        body["input"] = "one";
        body["encoding_format"] = "float";
        Assert.Equal(1536, Vector((await twin.PostAsync("openai/embeddings", body)).Json, 0).Length);
        static float[] Vector(JsonNode answer, int index) => [.. answer["data"]![index]!["embedding"]!.AsArray().Select(static x => (float)x!)];
    }

    [Fact]
    public async Task Messages_of_Anthropic()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = HostTwin.Chat("claude-sonnet-4-5", "Hello", "max_tokens", 100);
        body["system"] = "Be kind";
        JsonNode answer = (await twin.PostAsync("anthropic/v1/messages", body, "anthropic-version: 2023-06-01")).Json;
        Assert.Equal(("message", "assistant", "end_turn"), ((string)answer["type"]!, (string)answer["role"]!, (string)answer["stop_reason"]!));
        Assert.Equal("claude-sonnet-4-5: Hello", (string)answer["content"]![0]!["text"]!);
        Assert.Equal((4, 6), ((int)answer["usage"]!["input_tokens"]!, (int)answer["usage"]!["output_tokens"]!));

        body["stream"] = true;
        string stream = (await twin.PostAsync("anthropic/v1/messages", body, "anthropic-version: 2023-06-01")).Body;
        IReadOnlyList<JsonNode> events = HostAnswers.Events(stream);
        Assert.Equal(
            ["message_start", "content_block_start", "ping", "content_block_delta", "content_block_delta", "content_block_stop", "message_delta", "message_stop"],
            events.Select(static e => (string)e["type"]!));
        Assert.Equal("claude-sonnet-4-5: Hello", string.Concat(events.Select(static e => (string?)e["delta"]?["text"])));
        Assert.Equal(6, (int)events[^2]["usage"]!["output_tokens"]!);
        Assert.StartsWith("event: message_start\ndata: ", stream, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"model":"claude-x","messages":[{"role":"user","content":"a"}],"max_tokens":5}""", "", 400, "anthropic-version: header is required")]
    [InlineData("""{"model":"claude-x","messages":[{"role":"user","content":"a"}]}""", "2023-06-01", 400, "max_tokens: Field required")]
    [InlineData("""{"model":"claude-x","messages":[],"max_tokens":5}""", "2023-06-01", 400, "messages: at least one message is required")]
    [InlineData("""{"model":"gpt-4o","messages":[{"role":"user","content":"a"}],"max_tokens":5}""", "2023-06-01", 404, "model: gpt-4o")]
    [InlineData("nonsense", "2023-06-01", 400, "The request body is not valid JSON")]
    public async Task Anthropic_refuses_in_its_own_words(string body, string version, int status, string message)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        string[] headers = ["cf-aig-authorization: " + HostTwin.Token, .. version.Length > 0 ? new[] { "anthropic-version: " + version } : []];
        Answer answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Host + "/anthropic/v1/messages", body, headers);
        Assert.Equal(status, answer.Status);
        Assert.Equal("error", (string)answer.Json["type"]!);
        Assert.Equal(message, (string)answer.Json["error"]!["message"]!);
    }

    [Theory]
    [InlineData("aws-bedrock/bedrock-runtime/us-east-1/model/anthropic.claude-v3/invoke", "anthropic.claude-v3")]
    [InlineData("aws-bedrock/bedrock-mantle/us-east-1/anthropic/v1/messages", "claude-x")]
    [InlineData("google-vertex-ai/v1/projects/p/locations/us/publishers/anthropic/models/claude-y:rawPredict", "claude-y")]
    public async Task Messages_of_Anthropic_are_elsewhere_too(string path, string model)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync(path, HostTwin.Chat("claude-x", "Hi", "max_tokens", 50), "Authorization: Bearer key");
        Assert.Equal(model + ": Hi", (string)answer.Json["content"]![0]!["text"]!);
    }

    [Theory]
    [InlineData("google-ai-studio/v1beta/models/gemini-2.5-flash")]
    [InlineData("google-vertex-ai/v1/projects/p/locations/us/publishers/google/models/gemini-2.5-flash")]
    public async Task Content_of_Google(string path)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonNode body = JsonNode.Parse("""{"systemInstruction":{"parts":[{"text":"Be kind"}]},"contents":[{"role":"user","parts":[{"text":"Hello you"}]}]}""")!;
        JsonNode answer = (await twin.PostAsync(path + ":generateContent", body)).Json;
        JsonNode candidate = answer["candidates"]![0]!;
        Assert.Equal(("gemini-2.5-flash: Hello you", "STOP"), ((string)candidate["content"]!["parts"]![0]!["text"]!, (string)candidate["finishReason"]!));
        Assert.Equal((5, 7), ((int)answer["usageMetadata"]!["promptTokenCount"]!, (int)answer["usageMetadata"]!["candidatesTokenCount"]!));

        Answer stream = await twin.PostAsync(path + ":streamGenerateContent?alt=sse", body);
        Assert.Equal("text/event-stream", stream.Headers["content-type"]);
        Assert.Equal("gemini-2.5-flash: Hello you", Join(HostAnswers.Events(stream.Body)));

        Answer list = await twin.PostAsync(path + ":streamGenerateContent", body);
        Assert.Equal("application/json", list.Headers["content-type"]);
        Assert.Equal(3, list.Json.AsArray().Count);
        Assert.Equal("gemini-2.5-flash: Hello you", Join(list.Json.AsArray()!));
        static string Join(IEnumerable<JsonNode> chunks) => string.Concat(chunks.Select(static c => (string?)c["candidates"]![0]!["content"]!["parts"]![0]!["text"]));
    }

    [Fact]
    public async Task Google_refuses_in_its_own_words()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync("google-ai-studio/v1beta/models/gpt-4o:generateContent", JsonNode.Parse("""{"contents":[{"parts":[{"text":"a"}]}]}""")!);
        Assert.Equal((404, "NOT_FOUND"), (answer.Status, (string)answer.Json["error"]!["status"]!));
        answer = await twin.PostAsync("google-ai-studio/v1beta/models/gemini-2.5-flash:generateContent", new JsonObject());
        Assert.Equal((400, "INVALID_ARGUMENT"), (answer.Status, (string)answer.Json["error"]!["status"]!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_of_Workers_AI(bool isRest)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await CallAsync(new JsonObject { ["prompt"] = "Hello you" });
        Assert.Equal("""{"result":{"response":"@cf/meta/llama-3.1-8b-instruct: Hello you","usage":{"prompt_tokens":3,"completion_tokens":11,"total_tokens":14}},"success":true,"errors":[],"messages":[]}""", answer.Body);
        answer = await CallAsync(HostTwin.Chat("ignored", "Hi"));
        Assert.Equal(Llama + ": Hi", (string)answer.Json["result"]!["response"]!);

        answer = await CallAsync(new JsonObject { ["prompt"] = "Hello you", ["stream"] = true });
        IReadOnlyList<JsonNode> events = HostAnswers.Events(answer.Body);
        Assert.Equal(Llama + ": Hello you", string.Concat(events.Select(static e => (string)e["response"]!)));
        Assert.Equal(14, (int)events[^1]["usage"]!["total_tokens"]!);
        Assert.EndsWith("data: [DONE]\n\n", answer.Body, StringComparison.Ordinal);

        answer = await CallAsync(new JsonObject());
        Assert.Equal((400, false), (answer.Status, (bool)answer.Json["success"]!));
        Assert.Equal(5006, answer.Code);

        Task<Answer> CallAsync(JsonObject body) => isRest ? twin.RestAsync("run/" + Llama, body) : twin.PostAsync("workers-ai/" + Llama, body);
    }

    [Fact]
    public async Task Other_models_of_Workers_AI()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.RestAsync("run/@cf/baai/bge-base-en-v1.5", new JsonObject { ["text"] = new JsonArray("a", "b") });
        Assert.Equal("[2,768]", answer.Json["result"]!["shape"]!.ToJsonString());
        Assert.Equal(768, answer.Json["result"]!["data"]![1]!.AsArray().Count);
        answer = await twin.RestAsync("run/@cf/openai/whisper", new JsonObject { ["audio"] = "AAAA" });
        Assert.Equal("@cf/openai/whisper: 16 bytes of audio", (string)answer.Json["result"]!["text"]!);
        answer = await twin.RestAsync("run/@cf/deepgram/aura-1", new JsonObject { ["text"] = "Hi" });
        Assert.Equal("audio/wav", answer.Headers["content-type"]);
    }

    [Fact]
    public async Task The_run_path_has_an_envelope_around_the_answer()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonNode result = (await twin.RestAsync("run", Run("openai/gpt-4.1", """{"messages":[{"role":"user","content":"Hi"}]}"""))).Result;
        Assert.Equal("gpt-4.1: Hi", (string)result["choices"]![0]!["message"]!["content"]!);
        result = (await twin.RestAsync("run", Run("anthropic/claude-sonnet-4.5", """{"max_tokens":50,"messages":[{"role":"user","content":"Hi"}]}"""))).Result;
        Assert.Equal("claude-sonnet-4.5: Hi", (string)result["content"]![0]!["text"]!);
        result = (await twin.RestAsync("run", Run(Llama, """{"prompt":"Hi"}"""))).Result;
        Assert.Equal(Llama + ": Hi", (string)result["response"]!);
        Answer stream = await twin.RestAsync("run", Run("google/gemini-3-flash", """{"stream":true,"messages":[{"role":"user","content":"Hi"}]}"""));
        Assert.Equal("gemini-3-flash: Hi", HostAnswers.ChunksSay(stream.Body));
        Answer preview = await twin.PostAsync("run", Run("openai/gpt-4.1", """{"messages":[{"role":"user","content":"Hi"}]}"""));
        Assert.Equal("gpt-4.1: Hi", (string)preview.Result["choices"]![0]!["message"]!["content"]!);
    }

    [Theory]
    [InlineData("""{"input":{}}""", 400, 7001)]
    [InlineData("""{"model":"openai/gpt-4.1"}""", 400, 7001)]
    [InlineData("""{"model":"openai/gpt-4.1","input":{},"options":{"webhookUrl":"https://x.example"}}""", 400, 7001)]
    [InlineData("""{"model":"dynamic/x","input":{}}""", 400, 7000)]
    [InlineData("""{"model":"mistral/mistral-large","input":{}}""", 404, 7003)]
    public async Task The_run_path_refuses(string body, int status, int code)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.RestAsync("run", JsonNode.Parse(body)!);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_REST_API_has_responses_and_messages()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.RestAsync("v1/responses", new JsonObject { ["model"] = "openai/gpt-4.1", ["input"] = "Hi" });
        Assert.Equal("gpt-4.1: Hi", (string)answer.Json["output"]![0]!["content"]![0]!["text"]!);
        answer = await twin.RestAsync("v1/messages", HostTwin.Chat("anthropic/claude-sonnet-4.5", "Hi", "max_tokens", 50));
        Assert.Equal("claude-sonnet-4.5: Hi", (string)answer.Json["content"]![0]!["text"]!);
        answer = await twin.RestAsync("v1/messages", HostTwin.Chat(Llama, "Hi", "max_tokens", 50));
        Assert.Equal((404, 7003), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("openai/audio/speech", """{"model":"tts-1","voice":"alloy","input":"Hello"}""", "Authorization")]
    [InlineData("elevenlabs/v1/text-to-speech/some-voice", """{"model_id":"eleven_v3","text":"Hello"}""", "xi-api-key")]
    [InlineData("cartesia/tts/bytes", """{"model_id":"sonic","transcript":"Hello"}""", "x-api-key")]
    [InlineData("deepgram/v1/speak", """{"text":"Hello"}""", "Authorization")]
    public async Task Speech_is_a_sound_file(string path, string body, string keyHeader)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        string key = keyHeader == "Authorization" ? keyHeader + ": Bearer k" : keyHeader + ": k";
        string auth = keyHeader == "x-api-key" ? "Authorization: Bearer k" : key;
        using HttpRequestMessage request = HostTwin.Request(HttpMethod.Post, HostTwin.Host + "/" + path, body, "cf-aig-authorization: " + HostTwin.Token, key, auth);
        using HttpResponseMessage response = await twin.Inner.Http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(bytes.Length - 8, BitConverter.ToInt32(bytes, 4));
        Assert.NotEqual(bytes, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes)));
    }

    [Fact]
    public async Task A_path_that_nobody_knows_says_what_the_provider_got()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.PostAsync("replicate/predictions?wait=1", new JsonObject { ["version"] = "v" }, "Authorization: Bearer k");
        Assert.Equal("""{"provider":"replicate","method":"POST","path":"predictions","query":"wait=1","body":{"version":"v"}}""", answer.Body);
        answer = await twin.SendAsync(HttpMethod.Get, HostTwin.Host + "/fal/jobs/7", null, "cf-aig-authorization: " + HostTwin.Token, "Authorization: Key k");
        Assert.Equal("""{"provider":"fal","method":"GET","path":"jobs/7","query":"","body_size":0}""", answer.Body);
        answer = await twin.PostAsync("fal", new JsonObject(), "Authorization: Key k", "x-fal-target-url: https://queue.fal.run/x");
        Assert.Equal("https://queue.fal.run/x", (string)answer.Json["url"]!);
    }

    [Fact]
    public async Task A_provider_lists_models()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.SendAsync(HttpMethod.Get, HostTwin.Host + "/openai/models", null, "cf-aig-authorization: " + HostTwin.Token);
        Assert.Contains(answer.Json["data"]!.AsArray(), static model => (string)model!["id"]! == "gpt-4o-mini");
    }

    [Theory]
    [InlineData("nonsense", 400)]
    [InlineData("""{"messages":[{"role":"user","content":"a"}]}""", 400)]
    [InlineData("""{"model":"gpt-4o"}""", 400)]
    [InlineData("""{"model":"gtp-4o","messages":[{"role":"user","content":"a"}]}""", 404)]
    [InlineData("""{"model":"gpt-4o","messages":[{"role":"user","content":"\ud800"}]}""", 200)]
    public async Task OpenAI_refuses_in_its_own_words(string body, int status)
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.SendAsync(HttpMethod.Post, HostTwin.Host + "/openai/chat/completions", body, "cf-aig-authorization: " + HostTwin.Token);
        Assert.Equal(status, answer.Status);
        Assert.True(status == 200 || (string)answer.Json["error"]!["type"]! == "invalid_request_error");
    }

    private static JsonObject Run(string model, string input) => new() { ["model"] = model, ["input"] = JsonNode.Parse(input) };
}
