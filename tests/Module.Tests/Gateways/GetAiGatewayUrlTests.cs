using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class GetAiGatewayUrlTests : ModuleTest
{
    public GetAiGatewayUrlTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway; New-AiGatewayCustomProvider example-llm https://llm.example.com");
        Emulator.ForgetRequests();
    }

    private string Base => new Uri(Emulator.BaseUri, $"/v1/{EmulatorProcess.AccountId}/").AbsoluteUri;

    [Fact]
    public void Addresses_come_for_each_gateway_and_provider()
    {
        Assert.Equal(
            [$"{Base}prod-api/openai", $"{Base}prod-api/custom-example-llm", $"{Base}dev-chat/openai", $"{Base}dev-chat/custom-example-llm"],
            Run("Get-AiGateway | Get-AiGatewayUrl -Provider openai, custom-example-llm").Output.Select(o => o.ToString()));
        PSObject url = Assert.Single(Run("Get-AiGatewayUrl prod-api").Output);
        Assert.Equal(($"{Base}prod-api", "universal", "prod-api", EmulatorProcess.AccountId), ($"{url}", url.Properties["Provider"].Value, url.Properties["GatewayId"].Value, url.Properties["AccountId"].Value));
    }

    [Fact]
    public void An_address_stands_in_texts_and_where_an_address_is_wanted()
    {
        Assert.Equal($"{Base}prod-api/openai/chat/completions", $"{Assert.Single(Run("\"$(Get-AiGatewayUrl prod-api openai)/chat/completions\"").Output)}");
        Assert.Equal($"{Base}prod-api/openai", $"{Assert.Single(Run("[uri](Get-AiGatewayUrl prod-api openai)").Output)}");
        Assert.Equal($"{Base}prod-api", $"{Assert.Single(Run("function Show([uri] $Uri) { $Uri.AbsoluteUri }; Show (Get-AiGatewayUrl prod-api)").Output)}");
    }

    [Fact]
    public void Any_name_of_a_provider_does() =>
        Assert.Equal([$"{Base}prod-api/grok", $"{Base}prod-api/openai", $"{Base}prod-api/google-ai-studio"], Run("Get-AiGatewayUrl prod-api xai, OpenAI, 'Google AI Studio'").Output.Select(o => o.ToString()));

    [Theory]
    [InlineData("Get-AiGatewayUrl prod-api nothing", "ProviderNotFound", "'nothing'")]
    [InlineData("Get-AiGatewayUrl prod-api example-llm", "ProviderNotFound", "Did you mean 'custom-example-llm'?")]
    [InlineData("Get-AiGatewayUrl prod-api opnai", "ProviderNotFound", "Did you mean 'openai'?")]
    [InlineData("Get-AiGatewayUrl gone-api openai", "GatewayNotFound", "'gone-api'")]
    [InlineData("Get-AiGatewayUrl prod-api openai/gpt-4o", "InvalidProvider", "Did you mean 'openai'?")]
    [InlineData("Get-AiGatewayUrl 'Prod API'", "InvalidGatewayName", "Did you mean 'prod-api'?")]
    public void Bad_input_has_an_id(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_provider_is_one_error_and_the_rest_goes_on() =>
        Assert.Equal("openai", Assert.Single(Session.Run("Get-AiGatewayUrl prod-api nothing, openai").Output).Properties["Provider"].Value);

    [Fact]
    public void The_view_shows_the_whole_address() =>
        Assert.Contains($"{Base}prod-api/openai", Session.RunFormatted("Get-AiGatewayUrl prod-api openai").HostText.Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
}
