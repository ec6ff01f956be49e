using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Shapes that the document does not have and the service had.</summary>
public sealed class RouteBehaviourTests : IAsyncLifetime
{
    private Twin _twin = null!;

    public async ValueTask InitializeAsync() => _twin = await RouteTwin.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task With_drift_graphs_are_lists_under_data_and_missing_in_lists()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { RouteDrift = true };
        JsonNode created = (await SendAsync(HttpMethod.Post, string.Empty, RouteTwin.Body("support"))).Result;
        Assert.False(created.AsObject().ContainsKey("elements"));
        Assert.True((bool)created["version"]!["active"]!);
        Assert.Equal(1, (int)created["version"]!["is_valid"]!);
        JsonArray data = created["version"]!["data"]!.AsArray();
        Assert.Equal(["end", "m", "start"], data.Select(e => (string)e!["id"]!));
        Assert.All(data, e => Assert.True((bool)e!["enabled"]!));
        Assert.Equal("{}", data[0]!["properties"]!.ToJsonString());

        JsonNode listed = (await SendAsync(HttpMethod.Get, string.Empty, null)).Json["data"]!["routes"]![0]!;
        Assert.False(listed.AsObject().ContainsKey("elements"));
        Assert.False(listed["version"]!.AsObject().ContainsKey("data"));
        JsonNode version = (await SendAsync(HttpMethod.Get, $"/{created["id"]}/versions", null)).Json["data"]!["versions"]![0]!;
        Assert.False(version.AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task With_drift_a_taken_new_name_is_a_databases_error()
    {
        JsonNode route = await _twin.AddAsync("support");
        await _twin.AddAsync("other");
        _twin.App.Behaviour = new EmulatorBehaviour { RouteDrift = true };
        Answer taken = await SendAsync(HttpMethod.Patch, $"/{route["id"]}", new JsonObject { ["name"] = "other" });
        Assert.Equal(500, taken.Status);
        Assert.Contains("UNIQUE constraint", (string?)taken.Error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_renames_can_come_below_result()
    {
        JsonNode route = await _twin.AddAsync("support");
        _twin.App.Behaviour = new EmulatorBehaviour { RoutesInResult = true };
        Assert.Equal("support", (string?)(await SendAsync(HttpMethod.Get, string.Empty, null)).Result[0]!["name"]);
        Assert.Single((await SendAsync(HttpMethod.Get, $"/{route["id"]}/versions", null)).Result.AsArray());
        Assert.Single((await SendAsync(HttpMethod.Get, $"/{route["id"]}/deployments", null)).Result.AsArray());
        Assert.Equal("x", (string?)(await SendAsync(HttpMethod.Patch, $"/{route["id"]}", new JsonObject { ["name"] = "x" })).Result["name"]);
    }

    [Fact]
    public async Task Unknown_members_are_dropped_or_kept_as_everywhere()
    {
        JsonArray graph = RouteTwin.Graph();
        graph[1]!["label"] = "Main";
        Assert.False((await _twin.AddAsync("a", graph.DeepClone().AsArray()))["elements"]![1]!.AsObject().ContainsKey("label"));
        _twin.App.Behaviour = new EmulatorBehaviour { KeepUnknownMembers = true };
        Assert.Equal("Main", (string?)(await SendAsync(HttpMethod.Post, string.Empty, RouteTwin.Body("b", graph))).Result["elements"]![1]!["label"]);
    }

    [Fact]
    public async Task Routes_outlive_the_process_with_their_history()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator-routes-");
        try
        {
            string path = Path.Combine(folder.FullName, "state.json");
            JsonNode route;
            string version;
            using (Twin first = await RouteTwin.MakeAsync(new EmulatorOptions { TimeProvider = Twin.MakeClock(), StatePath = path }))
            {
                route = await first.AddAsync("support");
                version = await first.SaveAsync(route, RouteTwin.Graph("gpt-4.1"));
                await first.DeployAsync(route, version);
            }

            using var second = new Twin(new EmulatorOptions { TimeProvider = Twin.MakeClock(), StatePath = path });
            Assert.Equal(version, (string?)(await second.GetAsync(route))["deployment"]!["version_id"]);
            JsonNode deployments = (await second.Client.GetAsync($"{RouteTwin.Routes}/{route["id"]}/deployments")).Json["data"]!["deployments"]!;
            Assert.Equal([version, (string)route["version"]!["version_id"]!], deployments.AsArray().Select(d => (string)d!["version_id"]!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body) =>
        _twin.SendAsync(method, OpenApiCheckedClient.Root + RouteTwin.Routes + path, body?.ToJsonString(), EmulatorOptions.DefaultToken);
}
