using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The rules that hold for the settings of every client, and the routes that they take.</summary>
public class ClientConfigTests
{
    private const string Account = Bench.Account;

    public static TheoryData<ClientTool, ClientCredential> Everything =>
        [.. Enum.GetValues<ClientTool>().SelectMany(tool => Enum.GetValues<ClientCredential>().Select(credential => (tool, credential)))];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_text_parses_in_its_language(ClientTool tool, ClientCredential credential)
    {
        foreach (bool authentication in new[] { true, false })
        {
            AiGatewayClientConfig config = Write(tool, credential, gateway: new AiGateway { Id = "prod-api", Authentication = authentication });
            Assert.EndsWith("\n", config.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", config.Text, StringComparison.Ordinal);
            if (config.Language == "json")
            {
                JsonDocument.Parse(config.Text).Dispose();
            }
            else if (config.Language != "powershell")
            {
                Assert.Equal(string.Empty, await Interpreter.CheckAsync(config.Language, config.Text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_text_names_its_gateway_and_reads_each_secret_from_the_environment(ClientTool tool, ClientCredential credential)
    {
        AiGatewayClientConfig config = Write(tool, credential);
        Assert.Contains("prod-api", config.Text, StringComparison.Ordinal);
        Assert.Contains(Account, config.Text, StringComparison.Ordinal);
        Assert.NotEmpty(config.Environment);
        Assert.All(config.Environment, variable => Assert.Contains(variable.Name, config.Text, StringComparison.Ordinal));
        Assert.NotEmpty(config.Notes);
        Assert.NotEmpty(config.FileName);
        Assert.Equal(("prod-api", Account, credential), (config.GatewayId, config.AccountId, config.CredentialSource));
        Assert.Equal(config.Text.TrimEnd('\n'), config.ToString());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Without_a_providers_key_the_token_goes_into_one_header_only(ClientTool tool, ClientCredential credential)
    {
        AiGatewayClientConfig config = Write(tool, credential);
        bool hasOwnHeader = config.Text.Contains("cf-aig-authorization", StringComparison.Ordinal);
        string[] names = config.Environment.Select(v => v.Name).ToArray();
        if (credential is ClientCredential.ProviderKey)
        {
            Assert.True(hasOwnHeader, "the gateway's token has a header of its own beside the provider's key");
            Assert.True(names.Length >= 2);
        }
        else
        {
            Assert.Single(names);
            int uses = Regex.Count(config.Text, Regex.Escape(names[0]));
            Assert.True(!hasOwnHeader || !Regex.IsMatch(config.Text, @"(?i)(?<!aig-)authorization\W+Bearer"), config.Text);
            Assert.InRange(uses, 1, 8);
        }
    }

    [Theory]
    [InlineData(ClientTool.OpenAINode)]
    [InlineData(ClientTool.AnthropicNode)]
    [InlineData(ClientTool.ClaudeCode)]
    [InlineData(ClientTool.Codex)]
    [InlineData(ClientTool.OpenCode)]
    [InlineData(ClientTool.GoogleGenAI)]
    [InlineData(ClientTool.Curl)]
    [InlineData(ClientTool.PowerShell)]
    public void An_open_gateway_needs_no_token_beside_the_key(ClientTool tool)
    {
        AiGatewayClientConfig config = Write(tool, ClientCredential.ProviderKey, gateway: new AiGateway { Id = "prod-api", Authentication = false });
        Assert.DoesNotContain("cf-aig-authorization", config.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(config.Environment, v => v.Name.StartsWith("CF_", StringComparison.Ordinal));
        Assert.Contains(config.Notes, n => n.StartsWith("Authentication is off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, ClientCredential.ProviderKey, ProviderSurfaces.Native, "/openai", "gpt-5-mini")]
    [InlineData(null, ClientCredential.Stored, ProviderSurfaces.Rest, "/ai/v1", "openai/gpt-5-mini")]
    [InlineData("anthropic/claude-haiku-4-5", ClientCredential.ProviderKey, ProviderSurfaces.Compat, "/compat", "anthropic/claude-haiku-4-5")]
    [InlineData("anthropic/claude-haiku-4-5", ClientCredential.UnifiedBilling, ProviderSurfaces.Rest, "/ai/v1", "anthropic/claude-haiku-4.5")]
    [InlineData("xai/grok-4", ClientCredential.ProviderKey, ProviderSurfaces.Native, "/grok/v1", "grok-4")]
    [InlineData("mistral/mistral-small-latest", ClientCredential.Stored, ProviderSurfaces.Native, "/mistral/v1", "mistral-small-latest")]
    [InlineData("cohere/command-a-03-2025", ClientCredential.Stored, ProviderSurfaces.Compat, "/compat", "cohere/command-a-03-2025")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct", ClientCredential.ProviderKey, ProviderSurfaces.Rest, "/ai/v1", "@cf/meta/llama-3.1-8b-instruct")]
    [InlineData("dynamic/support", ClientCredential.Stored, ProviderSurfaces.Compat, "/compat", "dynamic/support")]
    [InlineData("Cloudflare/Auto", ClientCredential.UnifiedBilling, ProviderSurfaces.Compat, "/compat", "cloudflare/auto")]
    [InlineData("custom-inhouse/llama", ClientCredential.ProviderKey, ProviderSurfaces.Compat, "/compat", "custom-inhouse/llama")]
    public void A_model_and_a_credential_decide_the_route(string? model, ClientCredential credential, ProviderSurfaces surface, string address, string spelled)
    {
        AiGatewayClientConfig config = Write(ClientTool.OpenAINode, credential, model);
        Assert.Equal((surface, spelled), (config.Surface, config.Model));
        Assert.Contains(address + "\"", config.Text, StringComparison.Ordinal);
        Assert.Equal(surface is ProviderSurfaces.Rest, config.Text.Contains("cf-aig-gateway-id", StringComparison.Ordinal));
        Assert.DoesNotContain("/chat/completions", config.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_of_the_connection_are_used()
    {
        var request = new ClientConfigRequest
        {
            Client = ClientTool.Curl,
            AccountId = Account,
            GatewayId = "prod-api",
            BaseUri = new Uri("http://127.0.0.1:8787/client/v4"),
            GatewayBaseUri = new Uri("http://127.0.0.1:8787/v1"),
        };
        Assert.Contains($"'http://127.0.0.1:8787/v1/{Account}/prod-api/openai/chat/completions'", ClientTemplates.Write(request).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClientTool.AnthropicNode, "openai/gpt-5", ClientCredential.ProviderKey, "Anthropic alone")]
    [InlineData(ClientTool.AnthropicNode, "dynamic/support", ClientCredential.Stored, "Anthropic alone")]
    [InlineData(ClientTool.GoogleGenAI, "claude-haiku-4-5", ClientCredential.ProviderKey, "Google AI Studio alone")]
    [InlineData(ClientTool.Codex, "anthropic/claude-haiku-4-5", ClientCredential.ProviderKey, "OpenAI alone")]
    [InlineData(ClientTool.OpenCode, "groq/llama-3.1-8b-instant", ClientCredential.ProviderKey, "knows itself")]
    [InlineData(ClientTool.OpenAINode, "dynamic/support", ClientCredential.ProviderKey, "several providers")]
    [InlineData(ClientTool.OpenAINode, "cloudflare/auto", ClientCredential.ProviderKey, "several providers")]
    [InlineData(ClientTool.AnthropicNode, "cloudflare/auto", ClientCredential.Stored, "Anthropic alone")]
    [InlineData(ClientTool.OpenCode, "cloudflare/auto", ClientCredential.Stored, "knows itself")]
    [InlineData(ClientTool.OpenAINode, "opnai/gpt-5", ClientCredential.ProviderKey, "Did you mean 'openai'?")]
    [InlineData(ClientTool.OpenAINode, "cohere/command-a-03-2025", ClientCredential.UnifiedBilling, "does not pay")]
    [InlineData(ClientTool.Curl, "elevenlabs/voice", ClientCredential.ProviderKey, "is not reached")]
    public void What_cannot_work_is_refused_with_a_way_out(ClientTool tool, string model, ClientCredential credential, string why)
    {
        AiGatewayException refusal = Assert.Throws<AiGatewayException>(() => Write(tool, credential, model));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.RecommendedAction!);
    }

    [Fact]
    public void Settings_of_the_gateway_that_spoil_it_are_warned_of()
    {
        Assert.Contains("authentication off", Assert.Single(Warnings(ClientTool.AnthropicNode, ClientCredential.UnifiedBilling, new AiGateway { Id = "g", Authentication = false })), StringComparison.Ordinal);
        Assert.Contains("refuses Unified Billing", Assert.Single(Warnings(ClientTool.OpenAINode, ClientCredential.UnifiedBilling, new AiGateway { Id = "g", ByokOnly = true })), StringComparison.Ordinal);
        Assert.Contains("no store", Assert.Single(Warnings(ClientTool.OpenAINode, ClientCredential.Stored, new AiGateway { Id = "g" })), StringComparison.Ordinal);
        Assert.Empty(Warnings(ClientTool.OpenAINode, ClientCredential.Stored, new AiGateway { Id = "g", StoreId = "s" }));
        Assert.Empty(Warnings(ClientTool.OpenAINode, ClientCredential.ProviderKey, new AiGateway { Id = "g", Authentication = false, ByokOnly = true }));
    }

    [Fact]
    public void Checks_of_contents_are_noted_as_they_end_streams()
    {
        AiGatewayClientConfig config = Write(ClientTool.OpenAINode, ClientCredential.ProviderKey, gateway: new AiGateway { Id = "g", Guardrails = new Guardrails() });
        Assert.Contains(config.Notes, n => n.Contains("in one piece", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gpt\"); process.exit(1); (\"")]
    [InlineData("a'b\\c`d$(e)\u2019f")]
    public async Task No_name_ends_a_literal(string model)
    {
        foreach (ClientTool tool in new[] { ClientTool.OpenAIPython, ClientTool.OpenAINode, ClientTool.Curl, ClientTool.Codex })
        {
            AiGatewayClientConfig config = ClientTemplates.Write(new ClientConfigRequest
            {
                Client = tool,
                AccountId = Account,
                GatewayId = "prod-api",
                Provider = ProviderCatalog.Find("openai"),
                Model = model,
            });
            Assert.Equal(string.Empty, await Interpreter.CheckAsync(config.Language, config.Text));
        }

        Assert.Equal("'a''b\u2019\u2019c'", Literal.PowerShell("a'b\u2019c"));
        Assert.Equal("'a'\\''b'", Literal.Shell("a'b"));
    }

    private static IReadOnlyList<string> Warnings(ClientTool tool, ClientCredential credential, AiGateway gateway) => Write(tool, credential, gateway: gateway).Warnings;

    private static AiGatewayClientConfig Write(ClientTool tool, ClientCredential credential, string? model = null, AiGateway? gateway = null) =>
        ClientTemplates.Write(new ClientConfigRequest
        {
            Client = tool,
            AccountId = Account,
            GatewayId = "prod-api",
            Gateway = gateway,
            Model = model,
            Credential = credential,
        });
}
