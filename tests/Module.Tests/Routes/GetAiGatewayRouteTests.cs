using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

public sealed class GetAiGatewayRouteTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    [Fact]
    public void Routes_are_got_by_name_pattern_and_id_with_what_calls_them()
    {
        Run("'support', 'sales', 'search' | ForEach-Object { New-AiGatewayRoute prod-api $_ (Get-Graph) } | Out-Null");
        Assert.Equal(["sales", "search", "support"], Values("Get-AiGatewayRoute prod-api", "Name").Cast<string>().Order());
        Assert.Equal(["sales", "search"], Values("Get-AiGatewayRoute prod-api se*, SA*", "Name").Cast<string>().Order());
        PSObject route = Assert.Single(Run("Get-AiGatewayRoute prod-api support").Output);
        Assert.Equal("dynamic/support", route.Properties["Model"].Value);
        Assert.Equal("prod-api", route.Properties["GatewayId"].Value);
        Assert.Equal(EmulatorProcess.AccountId, route.Properties["AccountId"].Value);
        Assert.Equal(["support"], Values($"Get-AiGatewayRoute prod-api -RouteId {route.Properties["RouteId"].Value}", "Name"));
        Assert.Empty(Run("Get-AiGatewayRoute prod-api nothing-*").Output);
    }

    [Fact]
    public void Every_gateway_is_listed_and_a_list_stops_when_enough_is_read()
    {
        Run("1..3 | ForEach-Object { New-AiGatewayRoute prod-api \"r$_\" (Get-Graph); New-AiGatewayRoute staging-api \"s$_\" (Get-Graph) } | Out-Null");
        Assert.Equal(6, Run("Get-AiGateway | Get-AiGatewayRoute").Output.Count);
        Assert.Equal(2, Run("Get-AiGateway | Get-AiGatewayRoute -First 2").Output.Count);
        Assert.Equal(["r1"], Values("Get-AiGatewayRoute prod-api -Skip 2", "Name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("routes_in_result")]
    public void All_pages_are_read_whatever_the_envelope(string behaviour)
    {
        Run("1..120 | ForEach-Object { New-AiGatewayRoute prod-api \"r$_\" (Get-Graph) } | Out-Null");
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        Emulator.ForgetRequests();
        Assert.Equal(120, Run("Get-AiGatewayRoute prod-api").Output.Count);
        Assert.Equal(3, Emulator.Requests().Count);
        Emulator.ForgetRequests();
        Assert.Single(Run("Get-AiGatewayRoute prod-api | Select-Object -First 1").Output);
        Assert.Single(Emulator.Requests());
    }

    [Fact]
    public void A_service_that_knows_no_pages_gives_each_route_once_and_an_end()
    {
        string routes = string.Join(",", Enumerable.Range(0, 50).Select(i => $$"""{"id":"r{{i}}","name":"r{{i}}"}"""));
        Emulator.Fault(new JsonObject { ["method"] = "GET", ["path"] = "*/routes", ["times"] = -1, ["status"] = 200, ["body"] = "{\"success\":true,\"data\":{\"routes\":[" + routes + "]}}" });
        Assert.Equal(50, Run("Get-AiGatewayRoute prod-api").Output.Count);
        Assert.Equal(2, Emulator.Requests().Count);
    }

    [Fact]
    public void Where_lists_have_no_graphs_a_call_is_paid_for_each_that_is_asked_for()
    {
        Run("'a', 'b' | ForEach-Object { New-AiGatewayRoute prod-api $_ (Get-Graph) } | Out-Null");
        Behave("route_drift");
        Emulator.ForgetRequests();
        Assert.All(Run("Get-AiGatewayRoute prod-api").Output, r => Assert.Null(r.Properties["Elements"].Value));
        Assert.Equal(["GET routes"], Calls());

        Emulator.ForgetRequests();
        Assert.All(Run("Get-AiGatewayRoute prod-api -IncludeElement").Output, r => Assert.Equal(3, ((Array)r.Properties["Elements"].Value).Length));
        Assert.Equal(["GET routes", "GET route", "GET route"], Calls());

        Emulator.ForgetRequests();
        Assert.Single(Run("Get-AiGatewayRoute prod-api -IncludeElement -Skip 1 -First 1").Output);
        Assert.Equal(["GET routes", "GET route"], Calls());

        Emulator.ForgetRequests();
        PSObject named = Assert.Single(Run("Get-AiGatewayRoute prod-api a").Output);
        Assert.Equal(3, ((Array)named.Properties["Elements"].Value).Length);
        Assert.Equal(["GET routes", "GET route"], Calls());
    }

    [Fact]
    public void Where_lists_have_graphs_nothing_more_is_asked()
    {
        MakeSupport();
        Assert.All(Run("Get-AiGatewayRoute prod-api -IncludeElement").Output, r => Assert.Equal(3, ((Array)r.Properties["Elements"].Value).Length));
        Run("Get-AiGatewayRoute prod-api support");
        Assert.Equal(["GET routes", "GET routes"], Calls());
    }

    [Theory]
    [InlineData("Get-AiGatewayRoute prod-api suport", "RouteNotFound", "Did you mean 'support'?")]
    [InlineData("Get-AiGatewayRoute prod-api Support", "RouteNotFound", "case-sensitive")]
    [InlineData("Get-AiGatewayRoute prod-api -RouteId none", "RouteNotFound", "Get-AiGatewayRoute lists")]
    [InlineData("Get-AiGatewayRoute none", "GatewayNotFound", "Get-AiGateway")]
    [InlineData("Get-AiGatewayRoute none support", "GatewayNotFound", "Get-AiGateway")]
    [InlineData("Get-AiGatewayRoute none sup*", "GatewayNotFound", "Get-AiGateway")]
    [InlineData("Get-AiGatewayRouteVersion none support", "GatewayNotFound", "Get-AiGateway")]
    [InlineData("Get-AiGatewayRouteVersion prod-api none", "RouteNotFound", "Get-AiGatewayRoute lists")]
    [InlineData("Get-AiGatewayRouteVersion prod-api support -Version none", "RouteVersionNotFound", "Get-AiGatewayRouteVersion lists")]
    [InlineData("Get-AiGatewayRouteDeployment prod-api none", "RouteNotFound", "Get-AiGatewayRoute lists")]
    [InlineData("Get-AiGatewayRoute prod-api support -AccountId ffffffffffffffffffffffffffffffff", "AccountNotFound", "account")]
    public void What_is_missing_is_an_error_with_advice(string script, string id, string says)
    {
        MakeSupport();
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void One_missing_name_is_one_error_and_the_rest_goes_on()
    {
        MakeSupport();
        EngineResult result = Session.Run("Get-AiGatewayRoute prod-api none, support");
        Assert.Single(result.Errors);
        Assert.Single(result.Output);
        Assert.Equal("none", result.Errors[0].TargetObject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("route_drift")]
    public void Versions_and_deployments_show_what_serves(string behaviour)
    {
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        Run("New-AiGatewayRoute prod-api support (Get-Graph) | Out-Null; Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1) -Publish; Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-5)");
        PSObject[] versions = [.. Run("Get-AiGatewayRouteVersion prod-api support -IncludeElement").Output];
        Assert.Equal([false, true, false], versions.Select(v => v.Properties["Active"].Value));
        Assert.Equal(["gpt-5", "gpt-4.1", "gpt-4o-mini"], versions.Select(v => Run("($v.Elements | Where-Object Id -eq m).Model", ("v", v)).Output[0].BaseObject));
        Assert.Equal("gpt-5", Run("((Get-AiGatewayRouteVersion prod-api support -Version latest).Elements | Where-Object Id -eq m).Model").Output[0].BaseObject);

        PSObject[] deployments = [.. Run("Get-AiGatewayRouteDeployment prod-api support").Output];
        Assert.Equal([true, false], deployments.Select(d => d.Properties["IsCurrent"].Value));
        Assert.Equal(versions[1].Properties["VersionId"].Value, deployments[0].Properties["VersionId"].Value);
        Assert.Equal(["gpt-4.1", "gpt-4o-mini"], Run("Get-AiGatewayRouteDeployment prod-api support | Get-AiGatewayRouteVersion | ForEach-Object { ($_.Elements | Where-Object Id -eq m).Model }").Output.Select(o => o.BaseObject));
        Assert.Equal(3, Run("Get-AiGatewayRoute prod-api | Get-AiGatewayRouteVersion").Output.Count);
    }
}
