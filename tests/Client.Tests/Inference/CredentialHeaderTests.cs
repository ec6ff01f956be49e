using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Which credential stands in which header, for every surface: exactly these, and no other.</summary>
public class CredentialHeaderTests
{
    private const string Connection = "Bearer " + Bench.Token;
    private const string Run = "Bearer run-token-canary";
    private const string Key = "sk-provider-canary";

    private static readonly string[] s_names =
        ["Authorization", "cf-aig-authorization", "x-api-key", "x-goog-api-key", "api-key", "cf-aig-byok-alias", "cf-aig-gateway-id", "cf-aig-no-wholesale", "anthropic-version"];

    public static TheoryData<string, string, string?, string, string> Matrix => new()
    {
        // Model, credentials, surface, host and path, headers.
        { "openai/gpt-5-mini", "", "Rest", "api.cloudflare.com/client/v4/accounts/{a}/ai/v1/chat/completions", $"Authorization={Connection};cf-aig-gateway-id=prod" },
        { "openai/gpt-5-mini", "run", "Rest", "api.cloudflare.com/client/v4/accounts/{a}/ai/v1/chat/completions", $"Authorization={Run};cf-aig-gateway-id=prod" },
        { "@cf/meta/llama", "", "Rest", "api.cloudflare.com/client/v4/accounts/{a}/ai/v1/chat/completions", $"Authorization={Connection};cf-aig-gateway-id=prod" },
        { "openai/gpt-5-mini", "", "Compat", "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"cf-aig-authorization={Connection}" },
        { "openai/gpt-5-mini", "run", "Compat", "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"cf-aig-authorization={Run}" },
        { "openai/gpt-5-mini", "key", "Compat", "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
        { "anthropic/claude-haiku-4-5", "key", "Compat", "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
        { "cohere/command-a", "key", null, "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
        { "dynamic/support", "", null, "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"cf-aig-authorization={Connection}" },
        { "@cf/meta/llama", "", "Compat", "gateway.ai.cloudflare.com/v1/{a}/prod/compat/chat/completions", $"Authorization={Connection};cf-aig-authorization={Connection}" },
        { "openai/gpt-5-mini", "", "Native", "gateway.ai.cloudflare.com/v1/{a}/prod/openai/chat/completions", $"cf-aig-authorization={Connection}" },
        { "openai/gpt-5-mini", "key", null, "gateway.ai.cloudflare.com/v1/{a}/prod/openai/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
        { "openai/gpt-5-mini", "key+run", null, "gateway.ai.cloudflare.com/v1/{a}/prod/openai/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Run}" },
        { "openai/gpt-5-mini", "alias", null, "gateway.ai.cloudflare.com/v1/{a}/prod/openai/chat/completions", $"cf-aig-authorization={Connection};cf-aig-byok-alias=team" },
        { "anthropic/claude-haiku-4-5", "", "Native", "gateway.ai.cloudflare.com/v1/{a}/prod/anthropic/v1/messages", $"cf-aig-authorization={Connection};anthropic-version=2023-06-01" },
        { "anthropic/claude-haiku-4-5", "key", null, "gateway.ai.cloudflare.com/v1/{a}/prod/anthropic/v1/messages", $"cf-aig-authorization={Connection};x-api-key={Key};anthropic-version=2023-06-01" },
        { "anthropic/claude-haiku-4-5", "alias+run", null, "gateway.ai.cloudflare.com/v1/{a}/prod/anthropic/v1/messages", $"cf-aig-authorization={Run};cf-aig-byok-alias=team;anthropic-version=2023-06-01" },
        { "google/gemini-2.5-flash", "key", null, "gateway.ai.cloudflare.com/v1/{a}/prod/google-ai-studio/v1beta/models/gemini-2.5-flash:generateContent", $"cf-aig-authorization={Connection};x-goog-api-key={Key}" },
        { "xai/grok-4", "key", null, "gateway.ai.cloudflare.com/v1/{a}/prod/grok/v1/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
        { "@cf/meta/llama", "", "Native", "gateway.ai.cloudflare.com/v1/{a}/prod/workers-ai/v1/chat/completions", $"Authorization={Connection};cf-aig-authorization={Connection}" },
        { "@cf/meta/llama", "key", "Native", "gateway.ai.cloudflare.com/v1/{a}/prod/workers-ai/v1/chat/completions", $"Authorization=Bearer {Key};cf-aig-authorization={Connection}" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Exactly_these_headers(string model, string credentials, string? surface, string address, string headers)
    {
        foreach (bool stream in new[] { false, true })
        {
            var bench = new Bench(retries: 0);
            bench.Sink.WantsDebug = true;
            Dictionary<string, string> sent = [];
            Uri? uri = null;
            bench.Service.Then((message, _) =>
            {
                uri = message.RequestUri;
                sent = message.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);

                // A service that sends back what it was sent.
                return Task.FromResult(Answers.Json(401, $$$"""{"error":{"message":"bad {{{string.Join(' ', sent.Values)}}}"}}"""));
            });
            ChatRequest chat = Chats.Of(model, credentials: SurfaceChoiceTests.Credentials(credentials), surface: surface is null ? null : Enum.Parse<InferenceSurface>(surface));
            AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
                () => stream ? bench.Client.Inference.StreamAsync(chat, _ => { }, bench.Call) : bench.Client.Inference.ChatAsync(chat, bench.Call));

            string path = address.Replace("{a}", Bench.Account, StringComparison.Ordinal);
            Assert.Equal(stream ? path.Replace(":generateContent", ":streamGenerateContent", StringComparison.Ordinal) : path, uri!.Host + uri.AbsolutePath);
            Assert.Equal(
                headers.Split(';').Order(StringComparer.Ordinal),
                sent.Where(h => s_names.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).Select(h => $"{h.Key}={h.Value}").Order(StringComparer.Ordinal));

            // What the service echoes, and what the client says, holds none of them.
            foreach (string text in bench.Sink.All.Append(error.ToString()).Append(error.RecommendedAction!))
            {
                Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
                Assert.DoesNotContain("run-token-canary", text, StringComparison.Ordinal);
                Assert.DoesNotContain(Bench.Token, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task No_secret_stays_on_the_message()
    {
        var bench = new Bench();
        System.Net.Http.HttpRequestMessage? seen = null;
        bench.Service.Then((message, _) =>
        {
            seen = message;
            return Task.FromResult(Answers.Json(200, """{"content":[{"type":"text","text":"x"}],"model":"m","stop_reason":"end_turn"}"""));
        });
        await bench.Client.Inference.ChatAsync(Chats.Of("anthropic/claude-haiku-4-5", credentials: SurfaceChoiceTests.Credentials("key")), bench.Call);
        Assert.DoesNotContain("canary", seen!.Headers.ToString(), StringComparison.Ordinal);
    }
}
