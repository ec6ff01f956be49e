using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

/// <summary>The checks as a command: offline, from the pipeline, of routes that are there.</summary>
public sealed class TestAiGatewayRouteTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    private const string Bad = """[{"id":"start","type":"start","outputs":{"next":"m"}},{"id":"m","type":"model","provider":"p","model":"x","timeout":30,"outputs":{"success":"ende"}},{"id":"end","type":"end"}]""";

    [Theory]
    [InlineData("Test-AiGatewayRoute -Element $json")]
    [InlineData("$json | Test-AiGatewayRoute")]
    [InlineData("$json -split '(?=,)' | Test-AiGatewayRoute")]
    [InlineData("$json | ConvertFrom-Json | Test-AiGatewayRoute")]
    [InlineData("[pscustomobject]@{ Elements = $json | ConvertFrom-Json } | Test-AiGatewayRoute")]
    public void Findings_name_element_rule_and_severity_without_any_connection(string script)
    {
        Run("Disconnect-AiGateway");
        PSObject[] findings = [.. Run(script, ("json", Bad)).Output];
        Assert.Equal(
            ["m ShortTimeout Warning", "m MissingFallback Warning", "m UnknownReference Error", "end Unreachable Warning"],
            findings.Select(f => $"{f.Properties["Element"].Value} {f.Properties["Rule"].Value} {f.Properties["Severity"].Value}").OrderBy(t => t.StartsWith("end", StringComparison.Ordinal)).ThenBy(t => !t.Contains("Short", StringComparison.Ordinal)).ThenBy(t => t, StringComparer.Ordinal));
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty((string)f.Properties["Advice"].Value)));
        Assert.Empty(Emulator.Requests());
    }

    [Theory]
    [InlineData("Test-AiGatewayRoute -Element (Get-WholeGraph)")]
    [InlineData("Get-WholeGraph | Test-AiGatewayRoute")]
    [InlineData("@{ id = 'start'; type = 'start'; outputs = @{ next = 'end' } }, @{ id = 'end'; type = 'end' } | Test-AiGatewayRoute")]
    public void A_graph_without_a_fault_writes_nothing_and_is_true_when_quiet(string script)
    {
        Assert.Empty(Run(script).Output);
        Assert.Equal(true, Assert.Single(Run(script + " -Quiet").Output).BaseObject);
    }

    [Fact]
    public void Quiet_counts_errors_only()
    {
        Assert.Equal([false, true], Run("$bad, $warned | Test-AiGatewayRoute -Quiet", ("bad", Bad), ("warned", Bad.Replace("ende", "end", StringComparison.Ordinal))).Output.Select(o => o.BaseObject));
    }

    [Theory]
    [InlineData("")]
    [InlineData("route_drift")]
    public void Routes_that_are_there_are_read_where_they_lack_their_graph(string behaviour)
    {
        Run("New-AiGatewayRoute prod-api good (Get-Graph) | Out-Null; New-AiGatewayRoute prod-api bad $json -Force -WarningAction Ignore | Out-Null", ("json", Bad));
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        foreach (string script in new[] { "Test-AiGatewayRoute prod-api good, bad", "Get-AiGatewayRoute prod-api | Test-AiGatewayRoute", "Get-AiGateway | Get-AiGatewayRoute | Test-AiGatewayRoute" })
        {
            PSObject[] findings = [.. Run(script).Output];
            Assert.Equal(4, findings.Length);
            Assert.All(findings, f => Assert.Equal("bad prod-api", $"{f.Properties["RouteName"].Value} {f.Properties["GatewayId"].Value}"));
        }

        Assert.Equal([true, false], Run("Test-AiGatewayRoute prod-api good, bad -Quiet").Output.Select(o => o.BaseObject));
        Assert.Single(Run("Get-AiGatewayRouteVersion prod-api bad -Version latest | Test-AiGatewayRoute | Where-Object Severity -eq Error").Output);
    }

    [Theory]
    [InlineData("Test-AiGatewayRoute prod-api none", "RouteNotFound")]
    [InlineData("Test-AiGatewayRoute none support", "GatewayNotFound")]
    [InlineData("'[{\"id\":' | Test-AiGatewayRoute", "InvalidRouteGraph")]
    [InlineData("5 | Test-AiGatewayRoute", "InvalidRouteGraph")]
    [InlineData("Get-AiGateway prod-api | Test-AiGatewayRoute", "InvalidRouteGraph")]
    [InlineData("Disconnect-AiGateway; Test-AiGatewayRoute prod-api support", "NotConnected")]
    public void What_cannot_be_checked_is_an_error(string script, string id)
    {
        EngineResult result = Session.Run(script);
        Assert.Equal(id, Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void One_bad_record_is_one_error_and_the_rest_is_checked()
    {
        EngineResult result = Session.Run("5, $json | Test-AiGatewayRoute -Quiet", ("json", Bad));
        Assert.Single(result.Errors);
        Assert.Equal(false, Assert.Single(result.Output).BaseObject);
    }
}
