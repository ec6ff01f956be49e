using System;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The table of providers in itself, and the names by which people find one.</summary>
public class ProviderCatalogTests
{
    public static TheoryData<string> Slugs => [.. ProviderCatalog.All.Select(p => p.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_row_hangs_together(string slug)
    {
        AiGatewayProvider provider = ProviderCatalog.Find(slug)!;
        Assert.Same(provider, ProviderCatalog.All.Single(p => p.Slug == slug));
        Assert.Matches("^[a-z0-9-]+$", slug);
        Assert.NotEmpty(provider.DisplayName);
        Assert.Equal(provider.CompatPrefix is not null, provider.Surfaces.HasFlag(ProviderSurfaces.Compat));
        Assert.Equal(provider.RestAuthor is not null, provider.Surfaces.HasFlag(ProviderSurfaces.Rest));
        Assert.Equal(provider.ExamplePath is not null, provider.Surfaces.HasFlag(ProviderSurfaces.Native));
        Assert.StartsWith(slug + "/", provider.ExamplePath ?? slug + "/", StringComparison.Ordinal);
        Assert.StartsWith(slug + "/", $"{provider.OpenAiPath ?? slug}/", StringComparison.Ordinal);
        Assert.False(provider.OpenAiPath?.EndsWith('/') == true);
        Assert.True(provider.AuthScheme is null || provider.AuthHeader is not null);
        Assert.Matches("^[A-Z][A-Z0-9_]*$", provider.KeyVariable ?? "X");
        Assert.True(provider.Upstream is null || provider.Upstream.Scheme == "https");
        Assert.False(provider.IsCustom);
    }

    [Fact]
    public void No_name_means_two_providers()
    {
        string[] names = ProviderCatalog.All.SelectMany(p => p.Aliases.Append(p.Slug).Append(p.DisplayName)).Select(n => n.ToUpperInvariant()).ToArray();
        string[] twice = names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();

        // A display name may be the slug in other letters.
        Assert.All(twice, n => Assert.Single(ProviderCatalog.All, p => p.Slug.Equals(n, StringComparison.OrdinalIgnoreCase) && p.DisplayName.Equals(n, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("openai", "openai")]
    [InlineData("OpenAI", "openai")]
    [InlineData("xai", "grok")]
    [InlineData("x-ai", "grok")]
    [InlineData("groq", "groq")]
    [InlineData("google", "google-ai-studio")]
    [InlineData("gemini", "google-ai-studio")]
    [InlineData("vertex", "google-vertex-ai")]
    [InlineData("google-vertex-ai/google", "google-vertex-ai")]
    [InlineData("perplexity", "perplexity-ai")]
    [InlineData("@cf", "workers-ai")]
    [InlineData("Workers AI", "workers-ai")]
    [InlineData("bedrock", "aws-bedrock")]
    [InlineData(" anthropic ", "anthropic")]
    public void Every_usual_name_finds_its_provider(string name, string slug) => Assert.Equal(slug, ProviderCatalog.Find(name)?.Slug);

    [Theory]
    [InlineData("opnai", "openai")]
    [InlineData("oepnai", "openai")]
    [InlineData("antropic", "anthropic")]
    [InlineData("anth", "anthropic")]
    [InlineData("mistrall", "mistral")]
    [InlineData("google-ai-studo", "google-ai-studio")]
    [InlineData("perplexety", "perplexity-ai")]
    [InlineData("quen", "alibaba")]
    public void A_slip_gets_the_nearest_slug(string typed, string slug)
    {
        Assert.Null(ProviderCatalog.Find(typed));
        Assert.Equal(slug, ProviderCatalog.Suggest(typed));
        Assert.Equal($"There is no provider '{typed}'. Did you mean '{slug}'?", ProviderCatalog.ExplainUnknown(typed));
    }

    [Theory]
    [InlineData("something-else-entirely")]
    [InlineData("zz")]
    [InlineData("")]
    public void What_is_near_nothing_gets_no_guess(string typed)
    {
        Assert.Null(ProviderCatalog.Suggest(typed));
        Assert.DoesNotContain("Did you mean", ProviderCatalog.ExplainUnknown(typed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_provider_is_made_from_its_slug()
    {
        AiGatewayProvider provider = ProviderCatalog.Custom("custom-inhouse");
        Assert.Equal(("custom-inhouse", "custom-inhouse", true), (provider.Slug, provider.CompatPrefix, provider.IsCustom));
        Assert.Equal("INHOUSE_API_KEY", ClientSecrets.KeyOf(provider).Name);
        Assert.Equal("_302AI_API_KEY", ClientSecrets.KeyOf(ProviderCatalog.Custom("custom-302ai")).Name);
    }

    [Fact]
    public void Well_known_models_belong_to_providers_and_have_no_prefix()
    {
        foreach (AiGatewayProvider provider in ProviderCatalog.All)
        {
            foreach (string model in WellKnownModels.Of(provider.Slug))
            {
                Assert.Equal(model, ModelName.Parse(model, provider).Bare);
            }
        }

        Assert.True(WellKnownModels.AsOf <= DateTime.UtcNow.AddYears(1));
        Assert.Matches(new Regex("^[a-z@]"), WellKnownModels.Of("openai")[0]);
    }
}
