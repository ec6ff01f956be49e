using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Providers;

/// <summary>The account's own providers beside the built-in ones.</summary>
public sealed class CustomProviderTests : ModuleTest
{
    public CustomProviderTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGatewayCustomProvider inhouse -Name 'In house' -BaseUrl https://llm.example.com -Enable $true; New-AiGatewayCustomProvider lab -Name Lab -BaseUrl https://lab.example.com -Enable $false");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void They_come_after_the_built_in_ones_and_are_read_once()
    {
        Assert.Equal(["custom-inhouse", "custom-lab"], Values("'*', 'custom-*' | Get-AiGatewayProvider | Where-Object IsCustom", "Slug").Distinct());
        Assert.Single(Emulator.Requests());
        PSObject provider = Assert.Single(Run("Get-AiGatewayProvider custom-inhouse").Output);
        Assert.Equal(("In house", new Uri("https://llm.example.com"), EmulatorProcess.AccountId), (provider.Properties["DisplayName"].Value, provider.Properties["Upstream"].Value, provider.Properties["AccountId"].Value));
        Assert.Contains("switched off", (string)Assert.Single(Values("Get-AiGatewayProvider lab", "Notes"))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Built_in_names_and_the_first_objects_ask_nothing()
    {
        Run("Get-AiGatewayProvider openai, xai; Get-AiGatewayProvider | Select-Object -First 3");
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_failure_is_a_warning_and_a_missing_one_an_error()
    {
        Assert.Contains("New-AiGatewayCustomProvider", Shown(RunToError("Get-AiGatewayProvider custom-gone")), StringComparison.Ordinal);
        Emulator.Fault(new JsonObject { ["path"] = "*/custom-providers", ["times"] = -1, ["status"] = 403, ["body"] = "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}]}" });
        EngineResult result = Run("Get-AiGatewayProvider");
        Assert.True(result.Output.Count > 25);
        Assert.Single(result.Warnings);
    }
}
