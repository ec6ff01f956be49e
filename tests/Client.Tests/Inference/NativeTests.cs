using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class NativeTests
{
    [Theory]
    [InlineData("openai", "chat/completions", "/v1/{a}/prod/openai/chat/completions")]
    [InlineData("openai", "/responses?include=x&y=a%20b", "/v1/{a}/prod/openai/responses?include=x&y=a%20b")]
    [InlineData("google-ai-studio", "v1beta/models/gemini-2.5-flash:generateContent", "/v1/{a}/prod/google-ai-studio/v1beta/models/gemini-2.5-flash:generateContent")]
    [InlineData("workers-ai", "@cf/meta/llama-3.1-8b-instruct", "/v1/{a}/prod/workers-ai/@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("azure-openai", "res/dep/chat/completions?api-version=2024-10-21", "/v1/{a}/prod/azure-openai/res/dep/chat/completions?api-version=2024-10-21")]
    [InlineData("huggingface", "org/a model%2B1", "/v1/{a}/prod/huggingface/org/a%20model%2B1")]
    public async Task Paths_arrive_as_they_are(string provider, string path, string address)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, "{}"));
        await bench.Client.Inference.SendAsync(Call(provider, path, "{}"), bench.Call);
        Assert.Equal(address.Replace("{a}", Bench.Account, StringComparison.Ordinal), bench.Service.Sent[0].Address.PathAndQuery);
    }

    [Theory]
    [InlineData("openai", "https://api.openai.com/v1/chat/completions")]
    [InlineData("openai", "//evil.example/x")]
    [InlineData("openai", "../../accounts")]
    [InlineData("openai", "a/%2e%2e/b")]
    [InlineData("openai", "a/%2E./b")]
    [InlineData("openai", "a%2F..%2Fb")]
    [InlineData("openai", "a\\b")]
    [InlineData("openai", "a//b")]
    [InlineData("openai", "")]
    [InlineData("openai", "  ")]
    [InlineData("openai", "?x=1")]
    [InlineData("openai", "a#b")]
    [InlineData("openai", "100%")]
    [InlineData("openai", "v1/chat/completions")]
    [InlineData("openai", "chat/completions/chat/completions")]
    [InlineData("openai", "openai/chat/completions")]
    [InlineData("grok", "v1/chat/completions/v1/chat/completions")]
    public void Paths_that_lead_elsewhere_are_refused(string provider, string path) => Assert.NotNull(NativePath.Explain(path, provider));

    [Fact]
    public async Task Bodies_are_what_was_given()
    {
        var bench = new Bench();
        var types = new List<string?>();
        bench.Service.Then((message, _) =>
        {
            types.Add(message.Content?.Headers.ContentType?.ToString());
            return Task.FromResult(Answers.Json(200, "{}"));
        });
        await bench.Client.Inference.SendAsync(Call("openai", "x", new Dictionary<string, object?> { ["a"] = new object[] { 1, "é" } }), bench.Call);
        await bench.Client.Inference.SendAsync(Call("openai", "x", """{ "a": 1.50 }"""), bench.Call);
        await bench.Client.Inference.SendAsync(Call("openai", "x", new byte[] { 1, 2 }), bench.Call);
        await bench.Client.Inference.SendAsync(Call("openai", "x", null), bench.Call);
        Assert.Equal("""{"a":[1,"é"]}""", bench.Service.Sent[0].Body);
        Assert.Equal("""{ "a": 1.50 }""", bench.Service.Sent[1].Body);
        Assert.Equal(["application/json", "application/json", "application/octet-stream", null], types);
        Assert.Null(bench.Service.Sent[3].Body);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused_before_the_call()
    {
        var bench = new Bench();
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Inference.SendAsync(Call("openai", "x", "{\"a\":"), bench.Call));
        Assert.Equal(AiGatewayErrorReason.InvalidBody, error.Reason);
        Assert.Empty(bench.Service.Sent);
    }

    [Theory]
    [InlineData("application/json", """{"a":[1]}""", true, true)]
    [InlineData("text/event-stream", "data: x\n\n", true, false)]
    [InlineData("application/x-ndjson", "{}\n{}\n", true, false)]
    [InlineData("audio/mpeg", "ID3", false, false)]
    public async Task Answers_are_text_JSON_or_bytes(string type, string body, bool isText, bool isJson)
    {
        var bench = new Bench();
        bench.Service.Then(() => Typed(type, body));
        AiGatewayResponse response = await bench.Client.Inference.SendAsync(Call("openai", "x", "{}"), bench.Call);
        Assert.Equal(isText ? body : null, response.Text);
        Assert.Equal(isText, response.Bytes is null);
        Assert.Equal(isJson, response.Content is not null);
        Assert.Equal(body.Length, response.Length);
    }

    [Fact]
    public async Task A_file_appears_when_it_is_complete()
    {
        using var folder = new Folder();
        string path = folder["out.mp3"];
        await File.WriteAllTextAsync(path, "old");
        var broken = new Bench();
        broken.Service.Then(() => Chats.Stream("half", null));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => broken.Client.Inference.SendAsync(Call("openai", "audio/speech", "{}", path), broken.Call));
        Assert.Equal(AiGatewayErrorReason.StreamBroken, error.Reason);
        Assert.Equal("old", await File.ReadAllTextAsync(path));

        var failed = new Bench();
        failed.Service.Then(() => Answers.Json(400, """{"error":{"message":"no"}}"""));
        await Assert.ThrowsAsync<AiGatewayException>(() => failed.Client.Inference.SendAsync(Call("openai", "audio/speech", "{}", path), failed.Call));
        Assert.Equal("old", await File.ReadAllTextAsync(path));

        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream("who", "le"));
        AiGatewayResponse response = await bench.Client.Inference.SendAsync(Call("openai", "audio/speech", "{}", path), bench.Call);
        Assert.Equal("whole", await File.ReadAllTextAsync(path));
        Assert.Equal((5, path), (response.Length, response.Path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Steps_carry_their_own_keys_and_nothing_shows_them()
    {
        var bench = new Bench(retries: 0);
        bench.Sink.WantsDebug = true;
        bench.Service.Then(() => Answers.Json(400, """{"success":false,"error":[{"code":2005,"message":"sk-step-canary-1 failed"}]}"""));
        var native = new NativeCall
        {
            AccountId = Bench.Account,
            Gateway = "prod",
            Steps =
            [
                new NativeStep { Provider = "openai", Endpoint = "chat/completions", Query = new Dictionary<string, object?> { ["model"] = "m" }, ProviderKey = Bench.Secret("sk-step-canary-1"), Config = new Dictionary<string, object?> { ["maxAttempts"] = 2 } },
                new NativeStep { Provider = "anthropic", Endpoint = "v1/messages", ProviderKey = Bench.Secret("sk-step-canary-2") },
            ],
        };
        AiGatewayException error = await bench.FailAsync(bench.Client.Inference.SendAsync(native, bench.Call));
        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.Equal($"/v1/{Bench.Account}/prod", sent.Address.AbsolutePath);
        Assert.Null(sent.Authorization);
        JsonArray steps = JsonNode.Parse(sent.Body!)!.AsArray();
        Assert.Equal("Bearer sk-step-canary-1", (string?)steps[0]!["headers"]!["Authorization"]);
        Assert.Equal(2, (int)steps[0]!["config"]!["maxAttempts"]!);
        Assert.Equal("sk-step-canary-2", (string?)steps[1]!["headers"]!["x-api-key"]);
        Assert.Equal("2023-06-01", (string?)steps[1]!["headers"]!["anthropic-version"]);
        foreach (string text in bench.Sink.All)
        {
            Assert.DoesNotContain("sk-step-canary", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("sk-step-canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_that_answered_names_the_provider()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, "{}", ("cf-aig-step", "1")));
        var native = new NativeCall
        {
            AccountId = Bench.Account,
            Gateway = "prod",
            Steps = [new NativeStep { Provider = "openai", Endpoint = "x" }, new NativeStep { Provider = "workers-ai", Endpoint = "y" }],
        };
        AiGatewayResponse response = await bench.Client.Inference.SendAsync(native, bench.Call);
        Assert.Equal((1, "workers-ai"), (response.Step, response.Provider));
    }

    [Fact]
    public async Task Own_headers_go_along_secret_ones_unseen()
    {
        var bench = new Bench();
        bench.Sink.WantsDebug = true;
        bench.Service.Then(() => Answers.Json(200, "{}"));
        NativeCall call = new()
        {
            AccountId = Bench.Account,
            Gateway = "prod",
            Provider = ProviderCatalog.Find("fal"),
            Path = "fal-ai/fast-sdxl",
            Body = "{}",
            Headers = [new("x-fal-target-url", "https://queue.fal.run/x")],
            SecretHeaders = [new("x-own-secret", Bench.Secret("own-secret-canary"))],
            Credentials = new CallCredentials { ProviderKey = Bench.Secret("fal-key-canary") },
        };
        await bench.Client.Inference.SendAsync(call, bench.Call);
        string headers = bench.Service.Sent[0].Headers;
        Assert.Contains("x-fal-target-url: https://queue.fal.run/x", headers, StringComparison.Ordinal);
        Assert.Contains("x-own-secret: own-secret-canary", headers, StringComparison.Ordinal);
        Assert.Contains("Authorization: Key fal-key-canary", headers, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Sink.All, text => text.Contains("canary", StringComparison.Ordinal));
    }

    private static NativeCall Call(string provider, string path, object? body, string? file = null) => new()
    {
        AccountId = Bench.Account,
        Gateway = "prod",
        Provider = ProviderCatalog.Find(provider),
        Path = path,
        Body = body,
        Method = body is null ? "GET" : "POST",
        OutFile = file,
    };

    private static HttpResponseMessage Typed(string type, string body)
    {
        HttpResponseMessage response = Answers.Json(200, body);
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }
}
