using System;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The rule by which model and credentials choose the way.</summary>
public class SurfaceChoiceTests
{
    [Theory]
    [InlineData("openai/gpt-5-mini", "", InferenceSurface.Rest, "openai/gpt-5-mini")]
    [InlineData("anthropic/claude-sonnet-4-5", "", InferenceSurface.Rest, "anthropic/claude-sonnet-4.5")]
    [InlineData("grok/grok-4", "", InferenceSurface.Rest, "xai/grok-4")]
    [InlineData("google-ai-studio/gemini-2.5-flash", "", InferenceSurface.Rest, "google/gemini-2.5-flash")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", "", InferenceSurface.Rest, "@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("workers-ai/@cf/meta/llama-3.1-8b-instruct", "", InferenceSurface.Rest, "@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("mistral/mistral-small-latest", "", InferenceSurface.Native, "mistral-small-latest")]
    [InlineData("cohere/command-a-03-2025", "", InferenceSurface.Compat, "cohere/command-a-03-2025")]
    [InlineData("openrouter/openai/gpt-4o", "", InferenceSurface.Native, "openai/gpt-4o")]
    [InlineData("gpt-5-mini", "", InferenceSurface.Rest, "openai/gpt-5-mini")]
    [InlineData("claude-haiku-4-5", "key", InferenceSurface.Native, "claude-haiku-4-5")]
    [InlineData("openai/gpt-5-mini", "key", InferenceSurface.Native, "gpt-5-mini")]
    [InlineData("xai/grok-4", "key", InferenceSurface.Native, "grok-4")]
    [InlineData("cohere/command-a-03-2025", "key", InferenceSurface.Compat, "cohere/command-a-03-2025")]
    [InlineData("openai/gpt-5-mini", "alias", InferenceSurface.Native, "gpt-5-mini")]
    [InlineData("openai/gpt-5-mini", "run", InferenceSurface.Native, "gpt-5-mini")]
    [InlineData("cohere/command-a-03-2025", "run", InferenceSurface.Compat, "cohere/command-a-03-2025")]
    [InlineData("dynamic/support", "", InferenceSurface.Compat, "dynamic/support")]
    [InlineData("dynamic/support", "run", InferenceSurface.Compat, "dynamic/support")]
    [InlineData("cloudflare/auto", "", InferenceSurface.Compat, "cloudflare/auto")]
    [InlineData("custom-acme/llama", "", InferenceSurface.Compat, "custom-acme/llama")]
    [InlineData("custom-acme/llama", "key", InferenceSurface.Compat, "custom-acme/llama")]
    internal void Model_and_credentials_choose(string model, string credentials, InferenceSurface surface, string spelled)
    {
        SurfaceChoice choice = SurfaceChoice.For(model, Credentials(credentials), null);
        Assert.Equal(surface, choice.Surface);
        Assert.Equal(spelled, choice.Model);
        Assert.NotEmpty(choice.Why);
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", "", InferenceSurface.Compat, "openai/gpt-5-mini")]
    [InlineData("openai/gpt-5-mini", "key", InferenceSurface.Compat, "openai/gpt-5-mini")]
    [InlineData("openai/gpt-5-mini", "run", InferenceSurface.Rest, "openai/gpt-5-mini")]
    [InlineData("perplexity-ai/sonar", "", InferenceSurface.Compat, "perplexity/sonar")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", "", InferenceSurface.Compat, "workers-ai/@cf/meta/llama-3.1-8b-instruct")]
    internal void The_callers_choice_goes_before(string model, string credentials, InferenceSurface surface, string spelled) =>
        Assert.Equal(spelled, SurfaceChoice.For(model, Credentials(credentials), surface).Model);

    [Theory]
    [InlineData("openai/gpt-5-mini", "key", InferenceSurface.Rest, AiGatewayErrorReason.InvalidCredential, "no place for a provider's key")]
    [InlineData("openai/gpt-5-mini", "alias", InferenceSurface.Rest, AiGatewayErrorReason.InvalidCredential, "passes over the alias")]
    [InlineData("openai/gpt-5-mini", "alias", InferenceSurface.Compat, AiGatewayErrorReason.InvalidCredential, "passes over the alias")]
    [InlineData("dynamic/support", "alias", null, AiGatewayErrorReason.InvalidCredential, "passes over the alias")]
    [InlineData("cohere/command", "alias", null, AiGatewayErrorReason.InvalidCredential, "not known to this module")]
    [InlineData("dynamic/support", "key", null, AiGatewayErrorReason.InvalidCredential, "chooses the provider itself")]
    [InlineData("openai/gpt-5-mini", "key+alias", null, AiGatewayErrorReason.InvalidCredential, "exclude each other")]
    [InlineData("dynamic/support", "", InferenceSurface.Rest, AiGatewayErrorReason.InvalidModel, "does not take")]
    [InlineData("mistral/mistral-small-latest", "", InferenceSurface.Rest, AiGatewayErrorReason.InvalidModel, "does not take")]
    [InlineData("huggingface/a/b", "", null, AiGatewayErrorReason.InvalidModel, "not known to this module")]
    internal void What_cannot_work_is_refused(string model, string credentials, InferenceSurface? surface, AiGatewayErrorReason reason, string said)
    {
        AiGatewayException error = Assert.Throws<AiGatewayException>(() => SurfaceChoice.For(model, Credentials(credentials), surface));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);
    }

    [Theory]
    [InlineData("llama-3.3-70b-versatil", "groq/llama-3.3-70b-versatile")]
    [InlineData("lama3.1-8b", "cerebras/llama3.1-8b")]
    [InlineData("opnai/gpt-5", "'openai'")]
    [InlineData("googel-ai-studio/x", "'google-ai-studio'")]
    [InlineData("custom-/x", "There is no provider 'custom-'")]
    public void An_unknown_model_comes_with_a_proposal(string model, string proposal)
    {
        AiGatewayException error = Assert.Throws<AiGatewayException>(() => SurfaceChoice.For(model, new CallCredentials(), null));
        Assert.Equal(AiGatewayErrorReason.InvalidModel, error.Reason);
        Assert.Contains(proposal, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_provider_can_be_chatted_with_or_is_refused_with_advice()
    {
        foreach (AiGatewayProvider provider in ProviderCatalog.All)
        {
            foreach (InferenceSurface? surface in Enum.GetValues<InferenceSurface>().Select(s => (InferenceSurface?)s).Append(null))
            {
                try
                {
                    Assert.NotEmpty(SurfaceChoice.For($"{provider.CompatPrefix ?? provider.Slug}/model", new CallCredentials(), surface).Model);
                }
                catch (AiGatewayException error)
                {
                    Assert.Equal(AiGatewayErrorReason.InvalidModel, error.Reason);
                }
            }
        }
    }

    internal static CallCredentials Credentials(string text) => new()
    {
        ProviderKey = text.Contains("key", StringComparison.Ordinal) ? Bench.Secret("sk-provider-canary") : null,
        ByokAlias = text.Contains("alias", StringComparison.Ordinal) ? "team" : null,
        RunToken = text.Contains("run", StringComparison.Ordinal) ? Bench.Secret("run-token-canary") : null,
    };
}
