using System;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

/// <summary>Publish, restore and remove: what serves calls afterwards.</summary>
public sealed class PublishAiGatewayRouteTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    private const string DeployedModel = "((Get-AiGatewayRoute prod-api support).Elements | Where-Object Id -eq m).Model";

    [Fact]
    public void The_latest_version_a_named_one_or_a_piped_one_is_deployed()
    {
        MakeVersions();
        Run("Publish-AiGatewayRoute prod-api support");
        Assert.Equal("gpt-5", Deployed());
        Run("Publish-AiGatewayRoute prod-api support -Version (Get-AiGatewayRouteVersion prod-api support)[1].VersionId");
        Assert.Equal("gpt-4.1", Deployed());
        PSObject route = Assert.Single(Run("(Get-AiGatewayRouteVersion prod-api support)[-1] | Publish-AiGatewayRoute -PassThru").Output);
        Assert.Equal("gpt-4o-mini", Deployed());
        Assert.Equal("support", route.Properties["Name"].Value);
        Run("Get-AiGatewayRoute prod-api | Publish-AiGatewayRoute -Version LATEST");
        Assert.Equal("gpt-5", Deployed());
    }

    [Fact]
    public void What_is_deployed_already_is_not_deployed_again()
    {
        MakeVersions();
        Run("Publish-AiGatewayRoute prod-api support");
        Emulator.ForgetRequests();
        EngineResult result = Run("Publish-AiGatewayRoute prod-api support -PassThru -Verbose");
        Assert.Single(result.Output);
        Assert.Contains(result.Verbose, v => v.Message.Contains("deployed already; nothing was sent", StringComparison.Ordinal));
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void WhatIf_shows_what_would_serve_instead()
    {
        MakeVersions();
        Assert.Contains("m.Model: gpt-4o-mini → gpt-5", Run("Publish-AiGatewayRoute prod-api support -WhatIf").HostText, StringComparison.Ordinal);
        Assert.Equal("gpt-4o-mini", Deployed());
    }

    [Fact]
    public void A_version_of_another_route_is_refused_before_anything_is_deployed()
    {
        MakeVersions();
        Run("New-AiGatewayRoute prod-api other (Get-Graph) | Out-Null");
        Emulator.ForgetRequests();
        ErrorRecord error = RunToError("Publish-AiGatewayRoute prod-api support -Version (Get-AiGatewayRoute prod-api other).DeployedVersionId");
        Assert.StartsWith("RouteVersionNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Route 'support' of gateway 'prod-api' has no version", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Versions of another route cannot be used", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_graph_that_cannot_work_is_deployed_only_when_forced()
    {
        MakeSupport();
        Run("Set-AiGatewayRoute prod-api support -Force -WarningAction Ignore -Element '[{\"id\":\"start\",\"type\":\"start\",\"outputs\":{\"next\":\"none\"}},{\"id\":\"end\",\"type\":\"end\"}]'");
        ErrorRecord error = RunToError("Publish-AiGatewayRoute prod-api support -WarningAction Ignore");
        Assert.StartsWith("InvalidRouteGraph", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("start (UnknownReference)", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("gpt-4o-mini", Deployed());
        Run("Publish-AiGatewayRoute prod-api support -Force -WarningAction Ignore");
        Assert.Equal(2, ((Array)Values("Get-AiGatewayRoute prod-api support", "Elements")[0]!).Length);
    }

    [Fact]
    public void What_the_service_holds_to_be_invalid_is_refused_too()
    {
        MakeSupport();
        Emulator.Fault(new JsonObject
        {
            ["method"] = "GET",
            ["path"] = "*/versions/v9",
            ["times"] = -1,
            ["status"] = 200,
            ["body"] = """{"success":true,"result":{"version_id":"v9","is_valid":false,"data":[{"id":"start","type":"start","outputs":{"next":{"elementId":"end"}}},{"id":"end","type":"end","outputs":{}}]}}""",
        });
        ErrorRecord error = RunToError("Publish-AiGatewayRoute prod-api support -Version v9");
        Assert.StartsWith("InvalidRouteGraph", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Force", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Restore_goes_back_one_deployment_says_to_which_and_leads_back_when_done_twice()
    {
        MakeVersions();
        Run("Publish-AiGatewayRoute prod-api support");
        string first = (string)Values("Get-AiGatewayRouteDeployment prod-api support", "VersionId")[^1]!;
        Assert.Contains("m.Model: gpt-5 → gpt-4o-mini", Run("Restore-AiGatewayRoute prod-api support -WhatIf").HostText, StringComparison.Ordinal);
        PSObject deployment = Assert.Single(Run("Restore-AiGatewayRoute prod-api support").Output);
        Assert.Equal(first, deployment.Properties["VersionId"].Value);
        Assert.Equal(Values("Get-AiGatewayRouteDeployment prod-api support | Where-Object IsCurrent", "DeploymentId"), [deployment.Properties["DeploymentId"].Value]);
        Assert.Equal("gpt-4o-mini", Deployed());
        Run("Get-AiGatewayRoute prod-api support | Restore-AiGatewayRoute | Out-Null");
        Assert.Equal("gpt-5", Deployed());
    }

    [Fact]
    public void Restore_passes_over_deployments_of_the_same_version()
    {
        MakeVersions();
        Run("Publish-AiGatewayRoute prod-api support");
        string latest = (string)Values("Get-AiGatewayRoute prod-api support", "DeployedVersionId")[0]!;
        string routeId = (string)Values("Get-AiGatewayRoute prod-api support", "RouteId")[0]!;
        using (var http = new System.Net.Http.HttpClient())
        {
            using var again = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, $"{Emulator.Api}/accounts/{EmulatorProcess.AccountId}/ai-gateway/gateways/prod-api/routes/{routeId}/deployments");
            again.Headers.Add("Authorization", "Bearer " + EmulatorProcess.CanaryToken);
            again.Content = new System.Net.Http.StringContent($$"""{"version_id":"{{latest}}"}""");
            using System.Net.Http.HttpResponseMessage answer = http.Send(again, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode);
        }

        Run("Restore-AiGatewayRoute prod-api support | Out-Null");
        Assert.Equal("gpt-4o-mini", Deployed());
    }

    [Fact]
    public void Without_an_earlier_deployment_there_is_nothing_to_go_back_to()
    {
        MakeVersions();
        ErrorRecord error = RunToError("Restore-AiGatewayRoute prod-api support");
        Assert.StartsWith("NoEarlierDeployment", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Publish-AiGatewayRoute", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Routes_are_removed_by_name_and_from_the_pipeline()
    {
        Run("'a', 'b', 'c' | ForEach-Object { New-AiGatewayRoute prod-api $_ (Get-Graph) } | Out-Null");
        Assert.Contains("calls of model dynamic/a will fail", Run("Remove-AiGatewayRoute prod-api a -WhatIf").HostText, StringComparison.Ordinal);
        Run("Remove-AiGatewayRoute prod-api a -Confirm:$false");
        Run("Get-AiGatewayRoute prod-api b | Remove-AiGatewayRoute -Confirm:$false");
        Run("Get-AiGatewayRoute prod-api | Export-Csv (Join-Path $folder routes.csv); Import-Csv (Join-Path $folder routes.csv) | Remove-AiGatewayRoute -Confirm:$false", ("folder", System.IO.Path.GetTempPath()));
        Assert.Empty(Run("Get-AiGatewayRoute prod-api").Output);
        Assert.StartsWith("RouteNotFound", RunToError("Remove-AiGatewayRoute prod-api a -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private void MakeVersions()
    {
        Run("New-AiGatewayRoute prod-api support (Get-Graph) | Out-Null; Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1); Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-5)");
        Emulator.ForgetRequests();
    }

    private object Deployed() => Run(DeployedModel).Output[0].BaseObject;
}
