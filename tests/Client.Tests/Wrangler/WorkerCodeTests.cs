using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The Worker that goes with the file.</summary>
public class WorkerCodeTests
{
    [Theory]
    [InlineData(null, ClientCredential.ProviderKey, "provider: \"openai\"", "endpoint: \"chat/completions\"", "OPENAI_API_KEY")]
    [InlineData("xai/grok-4", ClientCredential.ProviderKey, "provider: \"grok\"", "endpoint: \"v1/chat/completions\"", "XAI_API_KEY")]
    [InlineData("anthropic/claude-haiku-4-5", ClientCredential.ProviderKey, "provider: \"compat\"", "model: \"anthropic/claude-haiku-4-5\"", "ANTHROPIC_API_KEY")]
    [InlineData("anthropic/claude-haiku-4-5", ClientCredential.Stored, "env.AI.run(\"anthropic/claude-haiku-4.5\"", "gateway: { id: env.GW }", null)]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", ClientCredential.ProviderKey, "env.AI.run(\"@cf/meta/llama-3.1-8b-instruct\"", "gateway: { id: env.GW }", null)]
    [InlineData("dynamic/support", ClientCredential.Stored, "env.AI.run(\"dynamic/support\"", "gateway: { id: env.GW }", null)]
    [InlineData("cloudflare/auto", ClientCredential.Stored, "provider: \"compat\"", "query: { model: \"cloudflare/auto\"", null)]
    public async Task A_model_and_a_credential_decide_the_call(string? model, ClientCredential credential, string call, string more, string? secret)
    {
        var code = new WorkerCode(new ClientConfigRequest { Model = model, Credential = credential }, "AI", "GW");
        string text = code.ToString();
        Assert.Contains(call, text, StringComparison.Ordinal);
        Assert.Contains(more, text, StringComparison.Ordinal);
        Assert.Contains("env.GW", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cf-aig-authorization", text, StringComparison.Ordinal);
        Assert.Equal(secret is null ? [] : [$"npx wrangler secret put {secret} --env live"], code.Commands("live"));
        Assert.Equal(string.Empty, await Interpreter.CheckAsync("javascript", text));
    }

    [Theory]
    [InlineData("dynamic/support", ClientCredential.ProviderKey)]
    [InlineData("cloudflare/auto", ClientCredential.ProviderKey)]
    [InlineData("elevenlabs/voice", ClientCredential.ProviderKey)]
    [InlineData("mistral/mistral-small-latest", ClientCredential.Stored)]
    public void What_a_binding_cannot_do_is_refused(string model, ClientCredential credential) =>
        Assert.NotEmpty(Assert.Throws<AiGatewayException>(() => new WorkerCode(new ClientConfigRequest { Model = model, Credential = credential }, "AI", "GW")).RecommendedAction!);
}
