using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

public sealed class SetAiGatewayRouteTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    private const string DeployedModel = "((Get-AiGatewayRoute prod-api support).Elements | Where-Object Id -eq m).Model";

    [Theory]
    [InlineData("")]
    [InlineData("route_drift")]
    [InlineData("routes_in_result")]
    public void The_same_graph_sends_nothing_in_whatever_shape_it_is_there(string behaviour)
    {
        Run("New-AiGatewayRoute prod-api support (Get-WholeGraph) | Out-Null");
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        Emulator.ForgetRequests();
        EngineResult result = Run("$graph = Get-WholeGraph; [array]::Reverse($graph); Set-AiGatewayRoute prod-api support -Element $graph -NewName support -Publish -Verbose -PassThru");
        Assert.Contains(result.Verbose, v => v.Message.Contains("nothing was sent", StringComparison.Ordinal));
        Assert.Equal(8, ((Array)Assert.Single(result.Output).Properties["Elements"].Value).Length);
        Assert.Empty(Emulator.Writes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("route_drift")]
    [InlineData("routes_in_result")]
    public void A_changed_graph_is_a_version_and_publish_deploys_it(string behaviour)
    {
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        MakeSupport();
        Run("Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1)");
        Assert.Equal("gpt-4o-mini", Run(DeployedModel).Output[0].BaseObject);
        Assert.Equal(1, Calls().Count(c => c == "POST versions"));
        Assert.DoesNotContain("POST deployments", Calls());

        Emulator.ForgetRequests();
        PSObject route = Assert.Single(Run("Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1) -Publish -PassThru").Output);
        Assert.Equal(["POST deployments"], Calls().Where(c => !c.StartsWith("GET", StringComparison.Ordinal)));
        Assert.Equal("gpt-4.1", Run(DeployedModel).Output[0].BaseObject);
        Assert.Equal(Values("Get-AiGatewayRouteVersion prod-api support -Version latest", "VersionId"), [route.Properties["DeployedVersionId"].Value]);

        Emulator.ForgetRequests();
        Run("Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-5) -Publish");
        Assert.Equal(["POST versions", "POST deployments"], Calls().Where(c => !c.StartsWith("GET", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_version_that_waits_is_not_made_twice()
    {
        MakeSupport();
        Run("Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1)");
        Emulator.ForgetRequests();
        EngineResult again = Run("Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1) -Verbose");
        Assert.Empty(Emulator.Writes());
        Assert.Contains(again.Verbose, v => v.Message.Contains("-Publish deploys it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_broke_off_is_completed_by_the_next()
    {
        MakeSupport();
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "POST", ["path"] = "*/deployments", ["times"] = 1, ["status"] = 403 });
        const string Script = "Set-AiGatewayRoute prod-api support -NewName helpdesk -Element (Get-Graph gpt-4.1) -Publish";
        ErrorRecord error = RunToError(Script);
        Assert.Contains("it was renamed to 'helpdesk' and version", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Run the same command again", Shown(error), StringComparison.Ordinal);
        Emulator.ForgetRequests();
        Run("Get-AiGatewayRoute prod-api | Set-AiGatewayRoute -NewName helpdesk -Element (Get-Graph gpt-4.1) -Publish");
        Assert.Equal(["POST deployments"], Calls().Where(c => !c.StartsWith("GET", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatIf_shows_every_difference_and_PassThru_the_route_as_it_would_be()
    {
        Run("New-AiGatewayRoute prod-api support (Get-WholeGraph) | Out-Null");
        Emulator.ForgetRequests();
        EngineResult result = Run("""
            $graph = (Get-AiGatewayRoute prod-api support).Elements
            ($graph | Where-Object Id -eq mid).Model = 'gpt-4.1'
            ($graph | Where-Object Id -eq big).Outputs.fallback = 'cheap'
            ($graph | Where-Object Id -eq plan).Conditions = @{ 'metadata.plan' = @{ '$in' = 'free', 'trial' } }
            ($graph | Where-Object Id -eq split).Outputs = [ordered]@{ '20%' = 'big'; '80%' = 'extra' }
            $graph += New-AiGatewayRouteElement extra -Provider openai -Model gpt-5 -Fallback mid
            Set-AiGatewayRoute prod-api support -NewName helpdesk -Element $graph -Publish -WhatIf -PassThru
            """);
        string[] lines = [.. result.HostText.Split('\n').Select(l => l.Trim())];
        foreach (string line in new[]
        {
            "Name: support → helpdesk",
            "plan.Conditions: metadata.plan = 'free' → metadata.plan in ('free', 'trial')",
            "split.Outputs: 10% big, 90% mid → 20% big, 80% extra",
            "big.Outputs.fallback: mid → cheap",
            "mid.Model: gpt-4o-mini → gpt-4.1",
            "extra: (none) → model openai gpt-5, success → end, fallback → mid",
            "Save this as a version, and deploy it.",
        })
        {
            Assert.Contains(line, lines);
        }

        Assert.Equal("dynamic/helpdesk", Assert.Single(result.Output).Properties["Model"].Value);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_rename_is_one_call_and_a_taken_name_exists()
    {
        MakeSupport();
        Run("New-AiGatewayRoute prod-api sales (Get-Graph) | Out-Null");
        Emulator.ForgetRequests();
        Run("Set-AiGatewayRoute prod-api support -NewName helpdesk");
        Assert.Equal(["GET routes", "PATCH route"], Calls());
        ErrorRecord error = RunToError("Set-AiGatewayRoute prod-api helpdesk -NewName sales");
        Assert.StartsWith("RouteExists", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("rename route 'helpdesk'", error.ToString(), StringComparison.Ordinal);
        Behave("route_drift");
        Connect(Session, "-MaximumRetryCount 0");
        Assert.StartsWith("RouteExists", RunToError("Set-AiGatewayRoute prod-api helpdesk -NewName sales").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_block_works_the_graph_out_from_each_piped_route()
    {
        Run("'a', 'b' | ForEach-Object { New-AiGatewayRoute prod-api $_ (Get-Graph) } | Out-Null");
        Run("Get-AiGatewayRoute prod-api | Set-AiGatewayRoute -Element { $_.Elements | ForEach-Object { if ($_.Type -eq 'model') { $_.Timeout = 5000 }; $_ } } -Publish");
        Assert.All(Run("Get-AiGatewayRoute prod-api").Output, r => Assert.Equal(5000, Run("($r.Elements | Where-Object Id -eq m).Timeout", ("r", r)).Output[0].BaseObject));
    }

    [Fact]
    public void What_only_the_service_knows_survives_a_graph_from_a_file()
    {
        Emulator.Post("/_emulator/behaviour", new JsonObject { ["keep_unknown_members"] = true });
        Run("""New-AiGatewayRoute prod-api support '[{"id":"start","type":"start","outputs":{"next":"m"}},{"id":"m","type":"model","provider":"openai","model":"a","timeout":5000,"position":{"x":1},"outputs":{"success":"end","fallback":"end"}},{"id":"end","type":"end"}]' | Out-Null""");
        Emulator.ForgetRequests();
        const string File = """'[{"id":"start","type":"start","outputs":{"next":"m"}},{"id":"m","type":"model","provider":"openai","model":"MODEL","outputs":{"success":"end","fallback":"end"}},{"id":"end","type":"end"}]'""";
        Run($"Set-AiGatewayRoute prod-api support -Element {File.Replace("MODEL", "a", StringComparison.Ordinal)} -Publish");
        Assert.Empty(Emulator.Writes());
        Run($"Set-AiGatewayRoute prod-api support -Element {File.Replace("MODEL", "b", StringComparison.Ordinal)} -Publish");
        JsonNode model = JsonNode.Parse((string)Emulator.Journal().First(r => (string?)r!["method"] == "POST")!["body"]!)!["elements"]![1]!;
        Assert.Equal(("b", 5000, 1), ((string)model["properties"]!["model"]!, (int)model["properties"]!["timeout"]!, (int)model["position"]!["x"]!));
    }

    [Theory]
    [InlineData("Set-AiGatewayRoute prod-api support", "RouteChangeRequired", "-NewName or -Element")]
    [InlineData("Set-AiGatewayRoute prod-api support -NewName x -Publish", "RouteChangeRequired", "Publish-AiGatewayRoute")]
    [InlineData("Set-AiGatewayRoute prod-api support -NewName 'a/b'", "InvalidRouteName", "Did you mean 'a-b'?")]
    [InlineData("Set-AiGatewayRoute prod-api support -Element @()", "InvalidRouteGraph", "MissingStart")]
    [InlineData("Set-AiGatewayRoute prod-api support -Element '[]'", "InvalidRouteGraph", "MissingStart")]
    public void Bad_input_is_refused_before_any_call(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_missing_route_is_an_error_and_the_rest_goes_on()
    {
        MakeSupport();
        Assert.StartsWith("RouteNotFound", RunToError("Set-AiGatewayRoute prod-api none -NewName x").FullyQualifiedErrorId, StringComparison.Ordinal);
        EngineResult result = Session.Run("[pscustomobject]@{ GatewayId = 'prod-api'; RouteId = 'none' }, (Get-AiGatewayRoute prod-api support) | Set-AiGatewayRoute -Element (Get-Graph gpt-4.1) -Publish");
        Assert.Equal("none", Assert.Single(result.Errors).TargetObject);
        Assert.Equal("gpt-4.1", Run(DeployedModel).Output[0].BaseObject);
    }
}
