using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Wrangler;

public sealed class WranglerTests : ModuleTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wrangler").FullName;

    public WranglerTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api; New-AiGateway dev-chat");
        Emulator.ForgetRequests();
    }

    private string Toml => Path.Combine(_folder, "wrangler.toml");

    [Fact]
    public void A_gateway_goes_into_a_file_and_the_code_comes_back()
    {
        File.WriteAllText(Toml, "name = \"w\" # mine\r\n");
        PSObject config = Assert.Single(Run("Get-AiGateway prod-api | Export-AiGatewayWranglerConfig -Path $file", ("file", Toml)).Output);
        Assert.Equal("name = \"w\" # mine\r\n\r\n[ai]\r\nbinding = \"AI\"\r\n\r\n[vars]\r\nAI_GATEWAY_ID = \"prod-api\"\r\n", File.ReadAllText(Toml));
        Assert.Equal((true, "AI", "AI_GATEWAY_ID", Toml), (config.Properties["IsChanged"].Value, config.Properties["Binding"].Value, config.Properties["Variable"].Value, config.ToString()));
        Assert.Contains("env.AI.gateway(env.AI_GATEWAY_ID)", (string)config.Properties["Code"].Value, StringComparison.Ordinal);
        Assert.Contains("npx wrangler secret put OPENAI_API_KEY", Session.RunFormatted("Export-AiGatewayWranglerConfig prod-api $file", ("file", Toml)).HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_the_lines_and_writes_nothing()
    {
        File.WriteAllText(Toml, "[ai]\nbinding = \"OLD\"\n[vars]\nAPI_KEY = \"hunter2\"\n");
        EngineResult result = Run("Export-AiGatewayWranglerConfig prod-api $file -Binding AI -WhatIf", ("file", Toml));
        Assert.Contains("- 2: binding = \"OLD\"", result.HostText, StringComparison.Ordinal);
        Assert.Contains("+ 2: binding = \"AI\"", result.HostText, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.HostText, StringComparison.Ordinal);
        Assert.Equal("[ai]\nbinding = \"OLD\"\n[vars]\nAPI_KEY = \"hunter2\"\n", File.ReadAllText(Toml));
        Assert.Equal(false, Assert.Single(result.Output).Properties["IsChanged"].Value);
        Run("Export-AiGatewayWranglerConfig prod-api $file -WhatIf", ("file", Path.Combine(_folder, "new.jsonc")));
        Assert.Equal([Toml], Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_is_there_is_not_written_again()
    {
        Run("Export-AiGatewayWranglerConfig prod-api $file", ("file", Toml));
        DateTime written = File.GetLastWriteTimeUtc(Toml);
        EngineResult result = Run("Export-AiGatewayWranglerConfig prod-api $file -WhatIf -Verbose", ("file", Toml));
        Assert.DoesNotContain("What if", result.HostText, StringComparison.Ordinal);
        Assert.Contains(result.Verbose, v => v.Message.Contains("nothing was written", StringComparison.Ordinal));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Toml));
    }

    [Fact]
    public void A_folder_means_its_file_and_a_new_file_can_be_deployed()
    {
        Run("Export-AiGatewayWranglerConfig prod-api $folder -Environment production, staging -Credential Stored", ("folder", _folder));
        string text = File.ReadAllText(Path.Combine(_folder, "wrangler.jsonc"));
        Assert.Contains("\"compatibility_date\": \"20", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\"AI_GATEWAY_ID\": \"prod-api\"").Length - 1);
        Assert.Empty(Run("Test-AiGatewayWranglerConfig $folder", ("folder", _folder)).Output);
    }

    [Fact]
    public void Two_gateways_do_not_overwrite_each_other()
    {
        EngineResult result = Session.Run("'prod-api', 'dev-chat' | Export-AiGatewayWranglerConfig -Path $file", ("file", Toml));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("WranglerVariableTaken,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("prod-api", File.ReadAllText(Toml), StringComparison.Ordinal);
        Assert.Equal(2, Run("'prod-api' | Export-AiGatewayWranglerConfig -Path $file; 'dev-chat' | Export-AiGatewayWranglerConfig -Path $file -Variable DEV_ID", ("file", Toml)).Output.Count);
        Assert.Contains("DEV_ID = \"dev-chat\"", File.ReadAllText(Toml), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = \n", "InvalidWranglerConfig", "line 1, column 5")]
    [InlineData("ai = \"AI\"\n", "InvalidWranglerConfig", "'ai' is a text, not a table")]
    [InlineData("[[ai]]\nbinding = \"AI\"\n", "InvalidWranglerConfig", "an array, not a table")]
    public void A_broken_file_is_left_alone(string text, string id, string shown)
    {
        File.WriteAllText(Toml, text);
        ErrorRecord error = RunToError("Export-AiGatewayWranglerConfig prod-api $file", ("file", Toml));
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(shown, Shown(error), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Toml));
    }

    [Theory]
    [InlineData("x.yaml", "InvalidWranglerPath")]
    [InlineData("no/such/folder/wrangler.toml", "InvalidWranglerPath")]
    public void A_wrong_path_is_refused(string name, string id) =>
        Assert.StartsWith(id + ",", RunToError("Export-AiGatewayWranglerConfig prod-api $file", ("file", Path.Combine(_folder, name))).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("-Binding 'A-B'")]
    [InlineData("-Variable '1A'")]
    [InlineData("-Environment 'a b'")]
    public void Names_that_no_Worker_can_have_do_not_bind(string more) =>
        Assert.StartsWith("ParameterArgumentValidationError", RunToError($"Export-AiGatewayWranglerConfig prod-api x.toml {more}").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Gateways_are_checked_when_connected_and_taken_as_they_are_when_not()
    {
        Assert.StartsWith("GatewayNotFound,", RunToError("Export-AiGatewayWranglerConfig gone-api $file", ("file", Toml)).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(Toml));
        Run("Disconnect-AiGateway; Export-AiGatewayWranglerConfig gone-api $file", ("file", Toml));
        Assert.True(File.Exists(Toml));
    }

    [Fact]
    public void What_will_not_work_is_warned_of()
    {
        File.WriteAllText(Toml, "account_id = \"ffffffffffffffffffffffffffffffff\"\n[env.live]\n[[ai.gateway]]\nid = \"x\"\n");
        string[] warnings = [.. Run("Export-AiGatewayWranglerConfig prod-api $file", ("file", Toml)).Warnings.Select(w => w.Message)];
        Assert.Contains(warnings, w => w.Contains("'ai.gateway' is no setting", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("-Environment live", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("gateways of its own account only", StringComparison.Ordinal));
        warnings = [.. Run("Export-AiGatewayWranglerConfig prod-api $file -Environment other", ("file", Toml)).Warnings.Select(w => w.Message)];
        Assert.Contains(warnings, w => w.Contains("no environment 'other'", StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_have_a_table_and_files_come_by_pattern_and_pipeline()
    {
        File.WriteAllText(Toml, "[ai]\nbinding = \"AI\"\n[[ai.gateway]]\n[vars]\nMY_TOKEN = \"hunter2\"\n");
        File.WriteAllText(Path.Combine(_folder, "b[1].jsonc"), "{");
        string[] lines = Session.RunFormatted("Test-AiGatewayWranglerConfig $file", ("file", Toml)).HostText.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("wrangler.toml", StringComparison.Ordinal) && l.Contains("AiGatewayIgnored", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100 && !l.Contains("hunter2", StringComparison.Ordinal), l));
        Assert.Equal(["AiGatewayIgnored", "SecretInFile"], Values($"Test-AiGatewayWranglerConfig '{_folder}/*.toml'", "Rule"));
        Assert.Equal(["Syntax"], Values($"[pscustomobject]@{{ FullName = '{_folder}/b[1].jsonc' }} | Test-AiGatewayWranglerConfig", "Rule"));
        Assert.Empty(Run($"Test-AiGatewayWranglerConfig '{_folder}/*.nothing'").Output);
        Assert.StartsWith("WranglerConfigNotFound,", RunToError($"Test-AiGatewayWranglerConfig '{_folder}/gone.toml'").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
