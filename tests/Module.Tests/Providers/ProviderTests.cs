using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Providers;

/// <summary>The catalogue as users see it, without a connection.</summary>
public sealed class ProviderTests(EmulatorProcess emulator) : ModuleTest(emulator, connect: false)
{
    [Fact]
    public void All_come_in_the_order_of_their_slugs()
    {
        string[] slugs = [.. Values("Get-AiGatewayProvider", "Slug").Cast<string>()];
        Assert.True(slugs.Length > 25);
        Assert.Equal(slugs.Order(StringComparer.Ordinal), slugs);
        Assert.Empty(Emulator.Requests());
    }

    [Theory]
    [InlineData("Get-AiGatewayProvider xai, perplexity, google", "grok perplexity-ai google-ai-studio")]
    [InlineData("'GEMINI' | Get-AiGatewayProvider", "google-ai-studio")]
    [InlineData("Get-AiGatewayProvider -Slug google-*", "google-ai-studio google-vertex-ai")]
    [InlineData("Get-AiGatewayProvider -Provider claud*", "anthropic")]
    [InlineData("Get-AiGatewayProvider nothing-*", "")]
    public void Names_and_patterns_find_them(string script, string slugs) => Assert.Equal(slugs, string.Join(' ', Values(script, "Slug")));

    [Fact]
    public void One_unknown_name_is_one_error_with_a_proposal()
    {
        EngineResult result = Session.Run("'openai', 'antropic', 'groq' | Get-AiGatewayProvider");
        Assert.Equal(["openai", "groq"], result.Output.Select(o => o.ToString()));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("ProviderNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'anthropic'?", Shown(error), StringComparison.Ordinal);
        Assert.Equal(("antropic", ErrorCategory.ObjectNotFound), (error.TargetObject, error.CategoryInfo.Category));
    }

    [Fact]
    public void The_table_fits_a_hundred_columns_and_the_list_has_everything()
    {
        string[] lines = Session.RunFormatted("Get-AiGatewayProvider").HostText.Split('\n');
        Assert.Matches(@"^grok\s+xAI\s+grok\s+xai\s+Authorization: Bearer\s+yes", lines.Single(l => l.StartsWith("grok ", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string list = Session.RunFormatted("Get-AiGatewayProvider openai | Format-List").HostText;
        Assert.All(typeof(AiGatewayProviderNames).GetEnumNames(), n => Assert.Contains(n, list, StringComparison.Ordinal));
    }

    [Fact]
    public void Slugs_complete_by_every_name_and_models_by_prefix()
    {
        CompletionResult grok = Assert.Single(Session.Complete("Get-AiGatewayProvider xa").CompletionMatches);
        Assert.Equal("grok", grok.CompletionText);
        Assert.Contains("xAI: Native, Compat, Rest, Universal", grok.ToolTip, StringComparison.Ordinal);

        const string Config = "Get-AiGatewayClientConfig g OpenAINode -AccountId 0123456789abcdef0123456789abcdef";
        string[] models = [.. Session.Complete($"{Config} -Model ").CompletionMatches.Select(m => m.CompletionText)];
        Assert.Contains("openai/gpt-5-mini", models);
        Assert.Contains("workers-ai/@cf/meta/llama-3.1-8b-instruct", models);
        Assert.Contains("dynamic/", models);
        Assert.All(Session.Complete($"{Config} -Model anthropic/").CompletionMatches, m => Assert.StartsWith("anthropic/claude-", m.CompletionText, StringComparison.Ordinal));
        Assert.Contains(Session.Complete($"{Config} -Provider workers-ai -Model ").CompletionMatches, m => m.CompletionText == "'@cf/meta/llama-3.1-8b-instruct'");
        Assert.Contains(Session.Complete("Get-AiGatewayClientConfig g -Client Op").CompletionMatches, m => m.CompletionText == "OpenAIPython");
    }

    /// <summary>The properties, as the assembly itself must not be loaded here.</summary>
    private enum AiGatewayProviderNames
    {
        Slug,
        DisplayName,
        Surfaces,
        CompatPrefix,
        RestAuthor,
        AuthHeader,
        AuthScheme,
        KeyVariable,
        ExamplePath,
        OpenAiPath,
        Upstream,
        UnifiedBilling,
        Aliases,
        Notes,
        IsCustom,
        AccountId,
    }
}
