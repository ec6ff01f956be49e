using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Versions and deployments: what serves calls, and since when.</summary>
public sealed class RouteVersionTests : IAsyncLifetime
{
    private Twin _twin = null!;

    public async ValueTask InitializeAsync() => _twin = await RouteTwin.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_version_serves_no_call_until_it_is_deployed()
    {
        JsonNode route = await _twin.AddAsync("support");
        string version = await _twin.SaveAsync(route, RouteTwin.Graph("gpt-4.1"));
        Assert.Equal("gpt-4o-mini", RouteTwin.ModelOf((await _twin.GetAsync(route))["elements"]!));

        Answer deployed = await _twin.DeployAsync(route, version);
        Assert.Equal("gpt-4.1", RouteTwin.ModelOf(deployed.Result["elements"]!));
        JsonNode now = await _twin.GetAsync(route);
        Assert.Equal("gpt-4.1", RouteTwin.ModelOf(now["elements"]!));
        Assert.Equal(version, (string?)now["deployment"]!["version_id"]);
    }

    [Fact]
    public async Task Lists_begin_with_the_newest_even_within_one_instant()
    {
        JsonNode route = await _twin.AddAsync("support");
        string second = await _twin.SaveAsync(route, RouteTwin.Graph("b"));
        string third = await _twin.SaveAsync(route, RouteTwin.Graph("c"));
        await _twin.DeployAsync(route, second);

        JsonArray versions = (await _twin.Client.GetAsync($"{RouteTwin.Routes}/{route["id"]}/versions")).Json["data"]!["versions"]!.AsArray();
        Assert.Equal([third, second, (string)route["version"]!["version_id"]!], versions.Select(v => (string)v!["version_id"]!));
        Assert.Equal(["false", "true", "false"], versions.Select(v => (string)v!["active"]!));
        JsonArray deployments = (await _twin.Client.GetAsync($"{RouteTwin.Routes}/{route["id"]}/deployments")).Json["data"]!["deployments"]!.AsArray();
        Assert.Equal([second, (string)route["version"]!["version_id"]!], deployments.Select(d => (string)d!["version_id"]!));
    }

    [Fact]
    public async Task A_version_is_fetched_with_its_route()
    {
        JsonNode route = await _twin.AddAsync("support");
        string version = await _twin.SaveAsync(route, RouteTwin.Graph("gpt-4.1"));
        JsonNode fetched = (await _twin.Client.GetAsync($"{RouteTwin.Routes}/{route["id"]}/versions/{version}")).Result;
        Assert.Equal((string?)route["id"], (string?)fetched["id"]);
        Assert.Equal("false", (string?)fetched["active"]);
        Assert.Equal("gpt-4.1", RouteTwin.ModelOf(JsonNode.Parse((string)fetched["data"]!)!));
    }

    [Fact]
    public async Task A_version_of_another_route_can_neither_be_read_nor_deployed()
    {
        JsonNode one = await _twin.AddAsync("one");
        JsonNode other = await _twin.AddAsync("other");
        var foreign = (string)other["version"]!["version_id"]!;
        Assert.Equal((404, 7005), Of(await _twin.Client.GetAsync($"{RouteTwin.Routes}/{one["id"]}/versions/{foreign}")));
        Assert.Equal((404, 7005), Of(await _twin.DeployAsync(one, foreign)));
        Assert.Equal(400, (await _twin.Client.PostAsync($"{RouteTwin.Routes}/{one["id"]}/deployments", new JsonObject())).Status);

        static (int, int) Of(Answer answer) => (answer.Status, answer.Code);
    }

    [Theory]
    [InlineData("""{"id":"end","type":"end","outputs":{}}""", false)]
    [InlineData("""{"id":"start","type":"start","outputs":{"next":{"elementId":"end"}}}""", false)]
    [InlineData("""{"id":"start","type":"start","outputs":{"next":{"elementId":"end"}}},{"id":"end","type":"end","outputs":{}}""", true)]
    [InlineData("""{"id":"a","type":"start","outputs":{"next":{"elementId":"a"}}},{"id":"a","type":"end","outputs":{}}""", false)]
    public async Task The_service_judges_a_graph_and_takes_it_all_the_same(string elements, bool valid)
    {
        JsonNode route = await _twin.AddAsync("support", JsonNode.Parse($"[{elements}]")!.AsArray());
        Assert.Equal(valid, (bool)route["version"]!["is_valid"]!);
    }

    [Fact]
    public void A_deployed_graph_can_be_walked()
    {
        var tables = new StateTables();
        RouteTable table = RouteTable.Of(tables, Twin.Account, "g");
        StoredDocument route = table.Add("support", RouteTwin.Graph(), DateTimeOffset.UnixEpoch);
        StoredDocument version = table.AddVersion(route, RouteTwin.Graph("gpt-4.1"), DateTimeOffset.UnixEpoch);

        Assert.Null(RouteTable.FindDeployed(tables, Twin.Account, "g", "none"));
        Assert.Null(RouteTable.FindDeployed(tables, Twin.Account, "other", "support"));
        DeployedRoute deployed = RouteTable.FindDeployed(tables, Twin.Account, "g", "support")!;
        RouteNode model = deployed.Follow(deployed.Start!, "next")!;
        Assert.Equal(("m", "model", "gpt-4o-mini"), (model.Id, model.Type, model.Properties.GetProperty("model").GetString()));
        Assert.Equal(["success", "fallback"], model.Outputs.Select(o => o.Key));
        Assert.Equal("end", deployed.Follow(model, "fallback")!.Type);
        Assert.Null(deployed.Follow(model, "next"));

        table.Deploy(route, version, DateTimeOffset.UnixEpoch);
        DeployedRoute now = RouteTable.FindDeployed(tables, Twin.Account, "g", "support")!;
        Assert.Equal(version.Id, now.VersionId);
        Assert.Equal("gpt-4.1", now.Nodes["m"].Properties.GetProperty("model").GetString());
    }
}
