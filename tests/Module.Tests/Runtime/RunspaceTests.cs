using System;
using System.Linq;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Runtime;

public sealed class RunspaceTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void Eight_runspaces_share_one_connection()
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway");
        EngineResult result = Run(
            """
            $connection = Get-AiGatewayConnection
            1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
                Import-Module $using:path
                Get-AiGateway -Connection $using:connection | Set-AiGateway -Connection $using:connection -CacheTtl (60 + $_) -PassThru
            }
            """,
            ("path", BuiltModule.ManifestPath));
        Assert.Equal(16, result.Output.Count);
    }

    [Fact]
    public void A_connection_belongs_to_its_runspace()
    {
        using var other = new EngineSession();
        Assert.StartsWith("NotConnected", Assert.Single(other.Run("Get-AiGateway").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Run("Get-AiGateway");
    }

    [Fact]
    public void Import_with_Force_and_Remove_leave_a_working_module()
    {
        Run("Import-Module $path -Force; Connect-AiGateway -Emulator; New-AiGateway prod-api", ("path", BuiltModule.ManifestPath));
        Run("Remove-Module CloudflareAiGateway; Import-Module $path; Connect-AiGateway -Emulator", ("path", BuiltModule.ManifestPath));
        Assert.NotEmpty(Run("Get-Command -Module CloudflareAiGateway").Output);
        Run("'a', 'b' | New-AiGateway | Set-AiGateway -CacheTtl 60");
    }

    [Fact]
    public void The_quota_is_one_for_all_runspaces()
    {
        Emulator.Post("/_emulator/tokens", new System.Text.Json.Nodes.JsonObject { ["value"] = "shared-token", ["permissions"] = new System.Text.Json.Nodes.JsonArray("all") });
        Run($"Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("shared-token")));
        Emulator.Quota(limit: 20, window: 2, block: 5);
        Emulator.ForgetRequests();
        Run(
            """
            $connection = Get-AiGatewayConnection
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:path
                1..10 | ForEach-Object { Get-AiGateway -Connection $using:connection }
            }
            """,
            ("path", BuiltModule.ManifestPath));
        Assert.True(Emulator.Journal().Count(r => (int?)r!["status"] == 429) <= 1, "The governor did not hold the runspaces back.");
        Assert.Equal(40, Emulator.Journal().Count(r => (int?)r!["status"] == 200));
    }
}
