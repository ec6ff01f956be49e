using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Connection;

public sealed class DoctorTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void At_a_healthy_connection_nothing_fails_and_nothing_is_changed()
    {
        Run("New-AiGateway prod-api");
        PSObject[] checks = [.. Run("Test-AiGatewayConnection").Output];
        Assert.Contains(checks, c => Is(c, "Token", "Passed"));
        Assert.Contains(checks, c => Is(c, "AI Gateway Edit", "Passed"));
        Assert.DoesNotContain(checks, c => $"{c.Properties["Status"].Value}" == "Failed");
        Assert.Equal(["prod-api"], Values("Get-AiGateway", "Id").Cast<string>());
    }

    [Fact]
    public void A_missing_permission_is_named_with_what_to_do()
    {
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "read-token", ["permissions"] = new JsonArray("AI Gateway Read") });
        Run($"Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("read-token")));
        PSObject[] checks = [.. Run("Test-AiGatewayConnection").Output];
        Assert.Contains(checks, c => Is(c, "AI Gateway Read", "Passed"));
        PSObject edit = checks.Single(c => $"{c.Properties["Name"].Value}" == "AI Gateway Edit");
        Assert.NotEqual("Passed", $"{edit.Properties["Status"].Value}");
        Assert.Contains("AI Gateway Edit", $"{edit.Properties["Advice"].Value}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_says_what_to_do_about_a_failure()
    {
        Run("Disconnect-AiGateway");
        Assert.Contains("Run Connect-AiGateway", string.Join(" ", Session.RunFormatted("Test-AiGatewayConnection").HostText.Split()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_it_says_so_instead_of_failing()
    {
        Run("Disconnect-AiGateway");
        PSObject check = Assert.Single(Run("Test-AiGatewayConnection").Output);
        Assert.Equal("Failed", $"{check.Properties["Status"].Value}");
        Assert.Contains("Connect-AiGateway", $"{check.Properties["Advice"].Value}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_where_nobody_listens_is_a_finding()
    {
        Emulator.Fault(new JsonObject { ["path"] = "*", ["times"] = -1, ["reset"] = "before" });
        PSObject[] checks = [.. Run("Test-AiGatewayConnection -Connection (Get-AiGatewayConnection)").Output];
        Assert.Contains(checks, c => Is(c, "API host", "Failed"));
    }

    private static bool Is(PSObject check, string name, string status) =>
        $"{check.Properties["Name"].Value}" == name && $"{check.Properties["Status"].Value}" == status;
}
