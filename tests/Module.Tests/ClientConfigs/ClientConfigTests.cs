using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.ClientConfigs;

public sealed class ClientConfigTests : ModuleTest
{
    private const string Account = EmulatorProcess.AccountId;

    public ClientConfigTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api; New-AiGateway open-api -Authentication $false -ByokOnly $true");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Gateways_come_from_the_pipeline_and_each_is_read_once()
    {
        PSObject[] configs = [.. Run("'prod-api', 'open-api' | Get-AiGatewayClientConfig -Client OpenAIPython, Curl").Output];
        Assert.Equal(["prod-api", "prod-api", "open-api", "open-api"], configs.Select(c => c.Properties["GatewayId"].Value));
        Assert.Equal(2, Emulator.Requests().Count);
        Assert.Contains("cf-aig-authorization", Text(configs[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("cf-aig-authorization", Text(configs[2]), StringComparison.Ordinal);
        Assert.Equal(2, Run("Get-AiGateway | Get-AiGatewayClientConfig -Client Codex").Output.Count);
    }

    [Fact]
    public void The_addresses_are_the_connections_and_no_text_holds_the_token()
    {
        foreach (PSObject config in Run("[enum]::GetValues([CloudflareAiGateway.ClientTool]) | ForEach-Object { Get-AiGatewayClientConfig prod-api $_; Get-AiGatewayClientConfig prod-api $_ -Credential UnifiedBilling }").Output)
        {
            Assert.Contains($"{Emulator.BaseUri.AbsoluteUri}", Text(config), StringComparison.Ordinal);
            Assert.DoesNotContain(".cloudflare.com", Text(config), StringComparison.Ordinal);
            Assert.DoesNotContain(EmulatorProcess.CanaryToken, Text(config), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_PowerShell_texts_parse_and_run_against_the_emulator_address()
    {
        foreach (string more in new[] { string.Empty, "-Credential Stored", "-Model \"a'b$(1)\u2019\"" })
        {
            PSObject config = Assert.Single(Run($"Get-AiGatewayClientConfig prod-api PowerShell {more} -WarningAction Ignore").Output);
            ScriptBlockAst script = Parser.ParseInput(Text(config), out _, out ParseError[] errors);
            Assert.Empty(errors);
            Assert.Empty(script.FindAll(a => a is SubExpressionAst, searchNestedScriptBlocks: true));
        }
    }

    [Fact]
    public void The_view_shows_the_text_and_files_get_it_as_it_is()
    {
        string text = Text(Assert.Single(Run("Get-AiGatewayClientConfig prod-api Codex").Output));
        string shown = Session.RunFormatted("Get-AiGatewayClientConfig prod-api Codex").HostText.ReplaceLineEndings("\n");
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Contains(line, shown, StringComparison.Ordinal));
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        try
        {
            Run("Get-AiGatewayClientConfig prod-api Codex | Set-Content $file", ("file", file));
            Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_gateway_that_does_not_exist_is_an_error_but_default_is_not()
    {
        ErrorRecord error = RunToError("Get-AiGatewayClientConfig gone-api Curl");
        Assert.StartsWith("GatewayNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("gone-api", error.TargetObject);
        Assert.Contains("/default/openai", Text(Assert.Single(Run("Get-AiGatewayClientConfig default Curl").Output)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AiGatewayClientConfig 'Prod API' Curl", "InvalidGatewayName", "prod-api")]
    [InlineData("Get-AiGatewayClientConfig prod-api Curl -Provider opnai", "InvalidProvider", "Did you mean 'openai'?")]
    [InlineData("Get-AiGatewayClientConfig prod-api AnthropicNode -Model gpt-5", "InvalidClientConfig", "Anthropic alone")]
    [InlineData("Get-AiGatewayClientConfig prod-api Curl -Provider elevenlabs -Model x", "InvalidClientConfig", "Get-AiGatewayProvider elevenlabs")]
    [InlineData("Get-AiGatewayClientConfig prod-api Curl -Provider cohere -Credential UnifiedBilling", "InvalidClientConfig", "does not pay")]
    public void Bad_input_is_explained(string script, string id, string text)
    {
        ErrorRecord error = RunToError(script);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(text, Shown(error), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void Settings_that_spoil_it_are_warnings()
    {
        EngineResult result = Run("Get-AiGatewayClientConfig open-api AnthropicNode -Credential UnifiedBilling");
        Assert.Equal(2, result.Warnings.Count);
        Assert.Contains("Set-AiGateway open-api -Authentication $true", result.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_that_cannot_be_read_is_a_warning_and_no_reason_to_refuse()
    {
        Emulator.Fault(new JsonObject { ["path"] = "*/gateways/prod-api", ["times"] = -1, ["status"] = 403, ["body"] = "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}]}" });
        EngineResult result = Run("Get-AiGatewayClientConfig prod-api Curl");
        Assert.Single(result.Warnings);
        Assert.Contains("cf-aig-authorization", Text(Assert.Single(result.Output)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_an_account_is_enough()
    {
        Run("Disconnect-AiGateway");
        string text = Text(Assert.Single(Run($"Get-AiGatewayClientConfig prod-api Curl -AccountId {Account}").Output));
        Assert.Contains($"https://gateway.ai.cloudflare.com/v1/{Account}/prod-api/openai/chat/completions", text, StringComparison.Ordinal);
        ErrorRecord error = RunToError("Get-AiGatewayClientConfig prod-api Curl");
        Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-AccountId", Shown(error), StringComparison.Ordinal);
    }

    private static string Text(PSObject config) => (string)config.Properties["Text"].Value;
}
