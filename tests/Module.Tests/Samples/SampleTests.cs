using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Samples;

/// <summary>The sample scripts as they stand, in the real engine against the emulator, where pwsh may be missing.</summary>
public sealed class SampleTests : ModuleTest
{
    private static readonly string s_folder = Path.Combine(BuiltModule.RepositoryRoot, "samples");

    public SampleTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api -Authentication $false -CacheTtl 60 -Zdr $true");
        Run("New-AiGateway good-api -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Policy_brings_gateways_to_the_policy_and_leaves_the_rest_alone()
    {
        IReadOnlyList<PSObject> results = Run(Policy()).Output;
        Assert.Equal(["prod-api", "good-api"], Column(results, "Name"));
        Assert.Equal([true, false], Column(results, "Changed"));
        Assert.Contains("CacheTtl: 60 → 3600", (string)results[0].Properties["Detail"].Value, StringComparison.Ordinal);
        Assert.Equal("PUT", Assert.Single(Emulator.Writes()).Split(' ')[0]);
        Assert.Equal([true, true], Values("Get-AiGateway prod-api", "Authentication").Concat(Values("Get-AiGateway prod-api", "Zdr")));
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-ReportOnly $true")]
    public void Policy_sends_no_write_when_it_only_reports(string how)
    {
        IReadOnlyList<PSObject> results = Run(Policy(how)).Output;
        Assert.Equal([false, false], Column(results, "Changed"));
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Policy_goes_on_and_fails_at_the_end()
    {
        Emulator.Fault(new JsonObject { ["method"] = "PUT", ["path"] = "*/gateways/prod-api", ["times"] = -1, ["status"] = 400 });
        Run("New-AiGateway later-api");
        EngineResult result = Session.Run(Policy());
        Assert.Equal([false, false, true], Column(result.Output, "Changed"));
        Assert.Equal("1 of 3 gateways could not be brought to the policy.", result.Errors[^1].ToString());
    }

    [Fact]
    public void Sync_makes_the_account_like_the_file()
    {
        string script = Sync(Path.Combine(s_folder, "gateways.csv"));
        IReadOnlyList<PSObject> planned = Run(script + " -WhatIf").Output;
        Assert.Equal(["Update", "Create", "Create"], Column(planned, "Action"));
        Assert.Equal(["Planned", "Planned", "Planned"], Column(planned, "Status"));
        Assert.Empty(Emulator.Writes());

        Assert.Equal(["Done", "Done", "Done"], Column(Run(script).Output, "Status"));
        Assert.Equal(["prod-api", "good-api", "staging-api", "dev-chat"], Values("Get-AiGateway", "Name"));
        Assert.Equal([true], Values("Get-AiGateway prod-api", "Zdr"));

        Emulator.ForgetRequests();
        Assert.Equal(["None", "None", "None"], Column(Run(script).Output, "Action"));
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Sync_removes_others_only_when_told_to()
    {
        string script = Sync(Path.Combine(s_folder, "gateways.csv"));
        Assert.Equal("Remove", Run(script + " -Prune -WhatIf").Output[^1].Properties["Action"].Value);
        Assert.Equal(["good-api"], Values("Get-AiGateway good-api", "Name"));

        PSObject removed = Run(script + " -Prune -Confirm:$false").Output[^1];
        Assert.Equal("Remove", removed.Properties["Action"].Value);
        Assert.Equal("Done", removed.Properties["Status"].Value);
        Assert.Equal("good-api", removed.Properties["Name"].Value);
        Assert.Empty(Run("Get-AiGateway good-*").Output);
    }

    [Fact]
    public void Sync_refuses_a_column_that_would_be_overlooked()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        File.WriteAllText(path, "Name,CacheTime\nnew-api,60\n");
        try
        {
            Assert.Contains("CacheTime", RunToError(Sync(path)).ToString(), StringComparison.Ordinal);
            Assert.Empty(Emulator.Requests());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Policy(string arguments = "") => $"& '{Path.Combine(s_folder, "Set-AiGatewayPolicy.ps1")}' {arguments}";

    private static string Sync(string file) => $"& '{Path.Combine(s_folder, "Sync-AiGateway.ps1")}' '{file}'";

    private static object?[] Column(IEnumerable<PSObject> results, string name) => results.Select(r => r.Properties[name].Value).ToArray();
}
