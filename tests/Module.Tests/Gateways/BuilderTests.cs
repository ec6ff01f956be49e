using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

/// <summary>Guardrails, data loss prevention and tracing as objects for New- and Set-AiGateway; none of it needs a connection.</summary>
public sealed class BuilderTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Theory]
    [InlineData("@{ Hate = 'Block'; S1 = 'flag' }", "S1=Flag S10=Block")]
    [InlineData("@{ 'sexual content' = 'BLOCK'; 'Suicide & Self-Harm' = 'Flag' }", "S11=Flag S12=Block")]
    [InlineData("Hate=Block, PromptInjection=Flag", "P1=Flag S10=Block")]
    [InlineData("'Hate=Block,Privacy=Flag'", "S7=Flag S10=Block")]
    [InlineData("([pscustomobject]@{ Elections = 'Block' })", "S13=Block")]
    public void Categories_go_by_name_or_code(string prompt, string expected)
    {
        Run("Disconnect-AiGateway");
        PSObject guardrails = Assert.Single(Run($"New-AiGatewayGuardrail -Prompt {prompt}").Output);
        Assert.Equal(expected, guardrails.Properties["Prompt"].Value.ToString());
        Assert.Equal(string.Empty, guardrails.Properties["Response"].Value.ToString());
    }

    [Fact]
    public void All_is_for_the_rest()
    {
        string text = Run("\"$(New-AiGatewayGuardrail -Response Hate=Block, All=Flag)\"").Output.Single().ToString();
        Assert.Equal(13, text.Split("=Flag").Length - 1);
        Assert.Contains("S10=Block", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_sides_show_however_many_categories_there_are()
    {
        string text = Session.RunFormatted("New-AiGatewayGuardrail -Prompt All=Block -Response Hate=Flag").HostText;
        Assert.Contains("S13=Block", text, StringComparison.Ordinal);
        Assert.Contains("S10=Flag", text, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_settings_of_a_gateway()
    {
        Run("New-AiGateway prod-api -Guardrails (New-AiGatewayGuardrail -Prompt @{ Hate = 'Block' } -Response Privacy=Flag)");
        Run("Set-AiGateway prod-api -Dlp @{ Enabled = $true; Policies = (New-AiGatewayDlpPolicy pii a, b, a -Action Block -Check Request, Response), (New-AiGatewayDlpPolicy keys c -Enabled $false) }");
        Run("Set-AiGateway prod-api -Dlp (New-AiGatewayDlpPolicy pii a)");
        Assert.Equal("1 policy", Run("\"$((Get-AiGateway prod-api).Dlp)\"").Output.Single().ToString());
        Assert.Equal("2 policies", Run("\"$((Set-AiGateway prod-api -Dlp (New-AiGatewayDlpPolicy pii a, b, a -Action Block -Check Request, Response), (New-AiGatewayDlpPolicy keys c -Enabled $false) -PassThru).Dlp)\"").Output.Single().ToString());
        Run("Set-AiGateway prod-api -Otel (New-AiGatewayOtelExporter https://otel.example.com/v1/traces -Headers @{ 'x-team' = 'a' } -Authorization $secret -ContentType protobuf)", ("secret", Token("s3cret-otel")));
        JsonNode put = JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == "PUT")!["body"]!)!;
        Assert.Equal("""{"prompt":{"S10":"BLOCK"},"response":{"S7":"FLAG"}}""", put["guardrails"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                [{"id":"pii","enabled":true,"action":"BLOCK","check":["REQUEST","RESPONSE"],"profiles":["a","b"]},
                 {"id":"keys","enabled":false,"action":"FLAG","check":["REQUEST"],"profiles":["c"]}]
                """),
            put["dlp"]!["policies"]), put["dlp"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"url":"https://otel.example.com/v1/traces","headers":{"x-team":"a"},"authorization":"s3cret-otel","content_type":"protobuf"}]"""), put["otel"]), put["otel"]!.ToJsonString());
    }

    [Fact]
    public void A_secret_is_not_shown()
    {
        string text = Session.RunFormatted("New-AiGatewayOtelExporter https://otel.example.com -Authorization $secret -Headers @{ 'x-key' = 'hush-hush' }", ("secret", Token("s3cret-otel"))).HostText;
        Assert.Contains("x-key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-otel", text, StringComparison.Ordinal);
        ErrorRecord error = RunToError("New-AiGatewayOtelExporter https://otel.example.com -Authorization 'plain-text'");
        Assert.Contains("SecureString", Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain("plain-text", Shown(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-AiGatewayGuardrail", "InvalidGuardrail")]
    [InlineData("New-AiGatewayGuardrail -Prompt @{ Hatred = 'Block' }", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayGuardrail -Prompt @{ Hate = 'Stop' }", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayGuardrail -Prompt Hate", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayGuardrail -Prompt Hate=Block, S10=Flag", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayDlpPolicy ' ' a", "InvalidDlpPolicy")]
    [InlineData("New-AiGatewayDlpPolicy pii 'a', ' '", "InvalidDlpPolicy")]
    [InlineData("New-AiGatewayDlpPolicy pii a -Check Both", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayOtelExporter otel.example.com", "InvalidOtelExporter")]
    [InlineData("New-AiGatewayOtelExporter file:///etc/passwd", "InvalidOtelExporter")]
    [InlineData("New-AiGatewayOtelExporter ('https://otel.example.com/' + 'x' * 2048)", "InvalidOtelExporter")]
    [InlineData("New-AiGatewayOtelExporter https://otel.example.com -Headers @{ Authorization = 'x' }", "InvalidOtelExporter")]
    [InlineData("New-AiGatewayOtelExporter https://otel.example.com -Headers @{ a = $null }", "InvalidOtelExporter")]
    public void Bad_input_has_its_error(string script, string id)
    {
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void Names_and_actions_complete()
    {
        string line = "New-AiGatewayGuardrail -Prompt Sex";
        Assert.Equal(
            ["SexRelatedCrimes=Block", "SexRelatedCrimes=Flag", "SexualContent=Block", "SexualContent=Flag"],
            Values($"(TabExpansion2 '{line}' {line.Length}).CompletionMatches", "CompletionText"));
        line = "New-AiGatewayGuardrail -Response S10=";
        Assert.Equal(["Hate=Block", "Hate=Flag"], Values($"(TabExpansion2 '{line}' {line.Length}).CompletionMatches", "CompletionText"));
    }
}
