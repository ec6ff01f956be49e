using System;
using System.Linq;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

public sealed class RouteViewTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    [Theory]
    [InlineData("Get-AiGatewayRoute prod-api", @"^support\s+8 elements, 3 models\s+[0-9a-f]{13}\s+\S")]
    [InlineData("(Get-AiGatewayRoute prod-api support).Elements", @"^budget\s+rate\s+5 USD per 86400 s by")]
    [InlineData("Get-AiGatewayRouteVersion prod-api support", @"^[0-9a-f]{13}\s+on\s+yes\s+8 elements, 3 models\s+.*support")]
    [InlineData("Get-AiGatewayRouteDeployment prod-api support", @"^[0-9a-f]{13}\s+[0-9a-f]{13}\s+True\s+.*support")]
    [InlineData("Test-AiGatewayRoute -Element '[{\"id\":\"start\",\"type\":\"start\",\"outputs\":{\"next\":\"endd\"}},{\"id\":\"end\",\"type\":\"end\"}]'", @"^Error\s+start\s+UnknownReference\s+The output 'next' leads to 'endd'")]
    public void Tables_say_it_in_a_hundred_columns(string script, string pattern)
    {
        Run("New-AiGatewayRoute prod-api support (Get-WholeGraph) | Out-Null");
        string[] lines = Session.RunFormatted(script).HostText.Split('\n');
        Assert.Contains(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, pattern));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
    }

    [Theory]
    [InlineData("Get-AiGatewayRoute prod-api support", "cheap: model workers-ai @cf/meta/llama-3.1-8b-instruct, success → end, fallback → end")]
    [InlineData("(Get-AiGatewayRoute prod-api support).Elements[1]", "metadata.plan = 'free'")]
    [InlineData("Get-AiGatewayRouteVersion prod-api support", "split: percentage, 10% → big, 90% → mid")]
    [InlineData("Get-AiGatewayRouteDeployment prod-api support", "IsCurrent")]
    [InlineData("Test-AiGatewayRoute -Element '[]'", "Advice")]
    public void Lists_have_every_property(string script, string says)
    {
        Run("New-AiGatewayRoute prod-api support (Get-WholeGraph) | Out-Null");
        string text = Session.RunFormatted($"{script} | Format-List").HostText;
        Assert.Contains(says, text.Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n                       ", string.Empty, StringComparison.Ordinal).Replace("\n                    ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string property in Run(script).Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name))
        {
            Assert.Contains(property, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_and_versions_complete_within_their_gateway()
    {
        Run("New-AiGatewayRoute prod-api support (Get-Graph) | Out-Null; New-AiGatewayRoute staging-api sales (Get-Graph) | Out-Null; New-AiGatewayRoute prod-api \"it's mine\" (Get-Graph) | Out-Null");
        Assert.Equal(["'it''s mine'", "support"], Session.Complete("Set-AiGatewayRoute prod-api -Name ").CompletionMatches.Select(m => m.CompletionText).Order(StringComparer.Ordinal));
        Assert.Equal(["sales"], Session.Complete("Get-AiGatewayRoute -Gateway staging-api -Name ").CompletionMatches.Select(m => m.CompletionText));
        string version = (string)Values("Get-AiGatewayRoute prod-api support", "DeployedVersionId")[0]!;
        System.Management.Automation.CompletionResult[] versions = [.. Session.Complete("Publish-AiGatewayRoute prod-api support -Version ").CompletionMatches];
        Assert.Equal(["latest", version], versions.Select(m => m.CompletionText));
        Assert.Contains("deployed, saved", versions[1].ToolTip, StringComparison.Ordinal);
        Run("Set-AiGatewayRoute prod-api support -NewName helpdesk");
        Assert.Contains("helpdesk", Session.Complete("Set-AiGatewayRoute prod-api -Name h").CompletionMatches.Select(m => m.CompletionText));
    }
}
