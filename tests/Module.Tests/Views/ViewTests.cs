using System;
using System.Linq;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Views;

public sealed class ViewTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void The_table_fits_a_hundred_columns()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 -RateLimitingTechnique Fixed; New-AiGateway open-api -Authentication $false -CollectLogs $false");
        string[] lines = Session.RunFormatted("Get-AiGateway").HostText.Split('\n');
        Assert.Matches(@"^Name\s+Cache\s+RateLimit\s+Auth\s+Logs\s+Modified\s*$", lines.First(l => l.StartsWith("Name", StringComparison.Ordinal)));
        Assert.Matches(@"^prod-api\s+3600 s\s+100/60s fixed\s+on\s+on\s+\S", lines.First(l => l.StartsWith("prod-api", StringComparison.Ordinal)));
        Assert.Matches(@"^open-api\s+off\s+off\s+off\s+off\s+\S", lines.First(l => l.StartsWith("open-api", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
    }

    [Fact]
    public void A_long_name_does_not_push_columns_out()
    {
        Run("New-AiGateway ('a' * 64)");
        string[] lines = Session.RunFormatted("Get-AiGateway").HostText.Split('\n');
        Assert.Contains(lines, l => l.Contains("Modified", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
    }

    [Fact]
    public void The_list_has_every_property()
    {
        Run("New-AiGateway prod-api");
        string text = Session.RunFormatted("Get-AiGateway | Format-List").HostText;
        foreach (string property in Run("Get-AiGateway").Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name == "Id" ? "Name" : p.Name))
        {
            Assert.Contains(property, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_complete_from_the_account_with_a_tool_tip()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600; New-AiGateway dev-chat");
        System.Management.Automation.CompletionResult match = Assert.Single(Session.Complete("Set-AiGateway -Name pr").CompletionMatches);
        Assert.Equal("prod-api", match.CompletionText);
        Assert.Contains("cache 3600 s", match.ToolTip, StringComparison.Ordinal);
        Run("New-AiGateway preview-api");
        Assert.Equal(2, Session.Complete("Set-AiGateway -Name pr").CompletionMatches.Count);
    }

    [Fact]
    public void Completion_is_silent_without_a_connection_and_when_the_API_fails()
    {
        Emulator.Fault(new System.Text.Json.Nodes.JsonObject { ["path"] = "*/gateways", ["times"] = -1, ["status"] = 500 });
        Assert.DoesNotContain(Session.Complete("Get-AiGateway -Name ").CompletionMatches, m => m.CompletionText.Contains("api", StringComparison.Ordinal));
        Run("Disconnect-AiGateway");
        Assert.DoesNotContain(Session.Complete("Get-AiGateway -Name ").CompletionMatches, m => m.CompletionText.Contains("api", StringComparison.Ordinal));
    }

    [Fact]
    public void Closed_sets_complete_without_Unknown() =>
        Assert.Equal(["Constant", "Exponential", "Linear"], Session.Complete("New-AiGateway x -RetryBackoff ").CompletionMatches.Select(m => m.CompletionText).Order());
}
