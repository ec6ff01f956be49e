using System;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Models as people write them, and as each surface wants them.</summary>
public class ModelNameTests
{
    [Theory]
    [InlineData("openai/gpt-5-mini", "openai", "gpt-5-mini", "openai/gpt-5-mini", "openai/gpt-5-mini")]
    [InlineData("gpt-5-mini", "openai", "gpt-5-mini", "openai/gpt-5-mini", "openai/gpt-5-mini")]
    [InlineData("google/gemini-2.5-flash", "google-ai-studio", "gemini-2.5-flash", "google-ai-studio/gemini-2.5-flash", "google/gemini-2.5-flash")]
    [InlineData("google-ai-studio/gemini-2.5-flash", "google-ai-studio", "gemini-2.5-flash", "google-ai-studio/gemini-2.5-flash", "google/gemini-2.5-flash")]
    [InlineData("xai/grok-4", "grok", "grok-4", "grok/grok-4", "xai/grok-4")]
    [InlineData("grok/grok-4", "grok", "grok-4", "grok/grok-4", "xai/grok-4")]
    [InlineData("workers-ai/@cf/meta/llama-3.1-8b-instruct", "workers-ai", "@cf/meta/llama-3.1-8b-instruct", "workers-ai/@cf/meta/llama-3.1-8b-instruct", "@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", "workers-ai", "@cf/meta/llama-3.1-8b-instruct", "workers-ai/@cf/meta/llama-3.1-8b-instruct", "@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("anthropic/claude-sonnet-4-5", "anthropic", "claude-sonnet-4-5", "anthropic/claude-sonnet-4-5", "anthropic/claude-sonnet-4.5")]
    [InlineData("anthropic/claude-sonnet-4.5", "anthropic", "claude-sonnet-4-5", "anthropic/claude-sonnet-4-5", "anthropic/claude-sonnet-4.5")]
    [InlineData("claude-sonnet-4-5-20250929", "anthropic", "claude-sonnet-4-5-20250929", "anthropic/claude-sonnet-4-5-20250929", "anthropic/claude-sonnet-4.5")]
    [InlineData("claude-3-5-haiku-20241022", "anthropic", "claude-3-5-haiku-20241022", "anthropic/claude-3-5-haiku-20241022", "anthropic/claude-3.5-haiku")]
    [InlineData("claude-opus-4-20250514", "anthropic", "claude-opus-4-20250514", "anthropic/claude-opus-4-20250514", "anthropic/claude-opus-4")]
    [InlineData("groq/openai/gpt-oss-120b", "groq", "openai/gpt-oss-120b", "groq/openai/gpt-oss-120b", "groq/openai/gpt-oss-120b")]
    public void Each_surface_has_its_spelling(string text, string slug, string native, string compat, string rest)
    {
        ModelName model = ModelName.Parse(text);
        Assert.Equal(slug, model.Provider?.Slug);
        Assert.Equal(native, model.ForNative());
        Assert.Equal(compat, model.ForCompat());
        Assert.Equal(rest, model.ForRest());
    }

    [Theory]
    [InlineData("perplexity/sonar", "perplexity-ai", "perplexity/sonar")]
    [InlineData("perplexity-ai/sonar", "perplexity-ai", "perplexity/sonar")]
    [InlineData("google-vertex-ai/google/gemini-2.5-pro", "google-vertex-ai", "google-vertex-ai/google/gemini-2.5-pro")]
    [InlineData("google-vertex-ai/gemini-2.5-pro", "google-vertex-ai", "google-vertex-ai/google/gemini-2.5-pro")]
    [InlineData("custom-inhouse/llama", "custom-inhouse", "custom-inhouse/llama")]
    public void Prefixes_that_are_not_slugs_are_known(string text, string slug, string compat)
    {
        ModelName model = ModelName.Parse(text);
        Assert.Equal(slug, model.Provider?.Slug);
        Assert.Equal(compat, model.ForCompat());
        Assert.Throws<InvalidOperationException>(() => model.ForRest());
    }

    [Fact]
    public void A_named_provider_keeps_slashes_that_are_not_its_own()
    {
        ModelName model = ModelName.Parse("openai/gpt-oss-120b", ProviderCatalog.Find("groq"));
        Assert.Equal("groq/openai/gpt-oss-120b", model.ForCompat());
        Assert.Equal("gpt-5", ModelName.Parse("openai/gpt-5", ProviderCatalog.Find("openai")).ForNative());
    }

    [Fact]
    public void A_dynamic_route_is_one_in_any_case()
    {
        ModelName model = ModelName.Parse("Dynamic/support");
        Assert.True(model.IsDynamic);
        Assert.Equal("dynamic/support", model.ForCompat());
    }

    [Fact]
    public void The_automatic_router_is_no_model_of_Workers_AI()
    {
        ModelName model = ModelName.Parse("Cloudflare/Auto");
        Assert.True(model.IsAuto && model.ChoosesItself && !model.IsDynamic);
        Assert.Null(model.Provider);
        Assert.Equal("cloudflare/auto", model.ForCompat());
    }

    [Theory]
    [InlineData("gpt-oss-120b")]
    [InlineData("meta-llama/Llama-3")]
    [InlineData("my-model")]
    public void What_says_nothing_has_no_provider(string text)
    {
        ModelName model = ModelName.Parse(text);
        Assert.Null(model.Provider);
        Assert.Equal(text, model.Bare);
    }
}
