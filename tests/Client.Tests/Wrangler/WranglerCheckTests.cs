using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>What is found in files, and what is not.</summary>
public class WranglerCheckTests
{
    private const string OpenAiKey = "sk-proj-abcdefghijklmnop1234567890";

    [Theory]
    [InlineData("[ai]\nbinding = \"AI\"\n[[ai.gateway]]\nid = \"x\"\n", "AiGatewayIgnored", 3)]
    [InlineData("[ai]\nbinding = \"AI\"\ngateway = \"x\"\n", "AiGatewayIgnored", 3)]
    [InlineData("[ai]\nbinding = \"AI\"\n[env.live.ai]\nbinding = \"AI\"\ngateway.id = \"x\"\n", "AiGatewayIgnored", 5)]
    [InlineData("[ai]\nbinding = \"AI\"\nmodel = \"x\"\n", "UnknownAiKey", 3)]
    [InlineData("[ai]\n", "BindingMissing", 1)]
    [InlineData("[ai]\nbinding = \"\"\n", "BindingMissing", 2)]
    [InlineData("[ai]\nbinding = true\n", "BindingMissing", 2)]
    [InlineData("ai = \"AI\"\n", "WrongType", 1)]
    [InlineData("[[ai]]\nbinding = \"AI\"\n", "WrongType", 1)]
    [InlineData("name = \"w\"\nvars = [\"A\"]\n", "WrongType", 2)]
    [InlineData("[ai]\nbinding = \"AI\"\n[env.live]\n", "NotInherited", 3)]
    [InlineData("[vars]\nOPENAI_API_KEY = \"hunter2\"\n", "SecretInFile", 2)]
    [InlineData("[vars]\nX = \"" + OpenAiKey + "\"\n", "SecretInFile", 2)]
    [InlineData("[env.live.vars]\nmy_secret = \"x\"\n", "SecretInFile", 2)]
    [InlineData("[define]\nX = \"Zb3-dEfGhIjKlMnOpQrStUvWxYz_0123456789aB\"\n", "SecretInFile", 2)]
    [InlineData("list = [ \"a\", \"" + OpenAiKey + "\" ]\n", "SecretInFile", 1)]
    [InlineData("a = \n", "Syntax", 1)]
    public void A_fault_is_found_where_it_is(string text, string rule, int line)
    {
        AiGatewayWranglerFinding finding = Assert.Single(Run(text));
        Assert.Equal((rule, line, "w.toml"), (finding.Rule, finding.Line, finding.Path));
        Assert.NotEmpty(finding.Advice);
        Assert.DoesNotContain(OpenAiKey, finding.ToString() + finding.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[ai]\nbinding = \"AI\"\nremote = true\nstaging = false\n[vars]\nAI_GATEWAY_ID = \"prod-api\"\n")]
    [InlineData("[env.live]\nroute = \"x\"\n")]
    [InlineData("account_id = \"0123456789abcdef0123456789abcdef\"\n[vars]\nPUBLIC_KEY = \"x\"\nCACHE_KEY = \"y\"\nTOKEN = \"\"\n")]
    [InlineData("[[kv_namespaces]]\nid = \"0123456789abcdef0123456789abcdef01234567\"\n")]
    [InlineData("[ai]\nbinding = \"AI\"\n[env.live.ai]\nbinding = \"AI\"\n")]
    public void Good_files_give_nothing(string text) => Assert.Empty(Run(text));

    [Fact]
    public void Json_is_checked_alike_and_findings_come_in_the_files_order()
    {
        const string Text = "{\n  \"vars\": { \"API_TOKEN\": \"x\" },\n  \"ai\": { \"gateway\": { \"id\": \"x\" } },\n  \"env\": { \"live\": {} }\n}";
        IReadOnlyList<AiGatewayWranglerFinding> findings = WranglerCheck.Run("w.jsonc", WranglerFormats.Of("w.jsonc")!, Text);
        Assert.Equal(["SecretInFile", "BindingMissing", "AiGatewayIgnored", "NotInherited"], findings.Select(f => f.Rule));
        Assert.Equal([2, 3, 3, 4], findings.Select(f => f.Line));
    }

    [Theory]
    [InlineData("vars = { API_KEY = \"hunter2\", A = \"1\" }", "vars = { API_KEY = \"***\", A = \"1\" }")]
    [InlineData("\"vars\": { \"MY_TOKEN\": \"hun\\\"ter2\", \"A\": \"1\" }", "\"vars\": { \"MY_TOKEN\": \"***\", \"A\": \"1\" }")]
    [InlineData("X = '" + OpenAiKey + "'", "X = '***'")]
    [InlineData("AI_GATEWAY_ID = \"prod-api\"", "AI_GATEWAY_ID = \"prod-api\"")]
    public void Shown_lines_hide_secrets(string line, string shown) => Assert.Equal(shown, SecretShape.Mask(line));

    [Fact]
    public void Differences_are_lines_with_numbers()
    {
        Assert.Equal(["- 2: b", "+ 2: x", "+ 4: d"], LineDifference.Of("a\nb\nc\n", "a\nx\nc\nd\n"));
        Assert.Equal(["+ 1: a"], LineDifference.Of(string.Empty, "a"));
        Assert.Empty(LineDifference.Of("a\r\n", "a\n"));
        Assert.Equal(6001, LineDifference.Of(new string('\n', 3000) + "x", string.Concat(Enumerable.Repeat("y\n", 3000))).Count);
    }

    private static IReadOnlyList<AiGatewayWranglerFinding> Run(string text) => WranglerCheck.Run("w.toml", WranglerFormats.Of("w.toml")!, text);
}
