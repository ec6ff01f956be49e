using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a dataset.</summary>
public sealed class DatasetTests : IAsyncLifetime
{
    private const string Datasets = Twin.Gateways + "/g/datasets";

    private readonly Twin _twin = new();

    public async ValueTask InitializeAsync() => await _twin.CreateAsync(Twin.Body("g"));

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return default;
    }

    [Fact]
    public async Task A_dataset_is_made_read_replaced_and_deleted()
    {
        JsonNode made = await MakeAsync("failed");
        Assert.Equal(("g", "2026-10-15T08:00:00.123Z"), ((string?)made["gateway_id"], (string?)made["created_at"]));
        string path = $"{Datasets}/{made["id"]}";
        Assert.True(JsonNode.DeepEquals(made, (await _twin.Client.GetAsync(path)).Result));

        _twin.Time.Advance(TimeSpan.FromSeconds(5));
        JsonObject body = Body("renamed");
        body["enable"] = false;
        body["filters"] = new JsonArray();
        JsonNode put = (await _twin.Client.PutAsync(path, body)).Result;
        Assert.Equal(("renamed", "2026-10-15T08:00:00.123Z", "2026-10-15T08:00:05.123Z"), ((string?)put["name"], (string?)put["created_at"], (string?)put["modified_at"]));
        Assert.Empty(put["filters"]!.AsArray());

        Assert.Equal(200, (await _twin.Client.DeleteAsync(path)).Status);
        Assert.Equal((404, 7002), await FailAsync(_twin.Client.GetAsync(path)));
        Assert.Equal((404, 7002), await FailAsync(_twin.Client.PutAsync(path, body)));
        Assert.Equal((404, 7002), await FailAsync(_twin.Client.DeleteAsync(path)));
    }

    [Fact]
    public async Task A_taken_name_is_refused()
    {
        JsonNode other = await MakeAsync("other");
        await MakeAsync("failed");
        foreach (Answer answer in new[] { await _twin.Client.PostAsync(Datasets, Body("failed")), await _twin.Client.PutAsync($"{Datasets}/{other["id"]}", Body("failed")) })
        {
            Assert.Equal((400, 7001), (answer.Status, answer.Code));
            Assert.Contains("already exists", (string?)answer.Error["message"], StringComparison.Ordinal);
        }

        Assert.Equal(200, (await _twin.Client.PutAsync($"{Datasets}/{other["id"]}", Body("other"))).Status);
    }

    [Theory]
    [InlineData("name", null, "body.name: Expected string, received null")]
    [InlineData("enable", "\"yes\"", "body.enable: Expected boolean, received string")]
    [InlineData("filters", "[{\"key\":\"id\",\"operator\":\"eq\",\"value\":[\"x\"]}]", "body.filters.0.key: Invalid enum value")]
    [InlineData("filters", "[{\"key\":\"model\",\"operator\":\"neq\",\"value\":[\"x\"]}]", "body.filters.0.operator: Invalid enum value")]
    [InlineData("filters", "[{\"key\":\"model\",\"operator\":\"eq\",\"value\":\"x\"}]", "body.filters.0.value: Expected array, received string")]
    public async Task Bad_input_is_named(string member, string? json, string problem)
    {
        JsonObject body = Body("failed");
        body[member] = json is null ? null : JsonNode.Parse(json);
        Answer answer = await _twin.Client.PostAsync(Datasets, body);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith(problem, answer.Problems[0], StringComparison.Ordinal);
        body.Remove(member);
        Assert.Equal(400, (await _twin.Client.PostAsync(Datasets, body)).Status);
    }

    [Fact]
    public async Task Lists_match_names_loosely_and_know_state_and_search()
    {
        foreach (string name in new[] { "failed-calls", "slow", "failed-again" })
        {
            await MakeAsync(name);
            _twin.Time.Advance(TimeSpan.FromSeconds(1));
        }

        JsonObject off = Body("off");
        off["enable"] = false;
        await _twin.Client.PostAsync(Datasets, off);
        Assert.Equal(["failed-calls", "failed-again"], await NamesAsync("?name=FAILED"));
        Assert.Equal(["off"], await NamesAsync("?enable=false"));
        Assert.Equal(["failed-calls", "slow", "failed-again"], await NamesAsync("?enable=true&search=success"));
        Assert.Equal(["failed-again", "off"], await NamesAsync("?per_page=2&page=2"));
        Assert.Equal(400, (await _twin.Client.GetAsync(Datasets + "?per_page=101")).Status);
    }

    [Fact]
    public async Task They_go_with_their_gateway_and_are_not_found_elsewhere()
    {
        await MakeAsync("failed");
        Assert.Equal((404, 7002), await FailAsync(_twin.Client.GetAsync(Twin.Gateways + "/none/datasets")));
        Assert.Equal((404, 7002), await FailAsync(_twin.Client.PostAsync(Twin.Gateways + "/none/datasets", Body("x"))));
        await _twin.Client.DeleteAsync(Twin.Gateways + "/g");
        await _twin.CreateAsync(Twin.Body("g"));
        Assert.Empty((await _twin.Client.GetAsync(Datasets)).Ids);
    }

    [Fact]
    public async Task Accounts_that_are_too_new_are_refused()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { EvaluationsClosed = true };
        Answer answer = await _twin.Client.GetAsync(Datasets);
        Assert.Equal(403, answer.Status);
        Assert.Contains("new accounts", (string?)answer.Error["message"], StringComparison.Ordinal);
        Assert.Equal(403, (await _twin.Client.GetAsync($"/accounts/{Twin.Account}/ai-gateway/evaluation-types")).Status);
    }

    [Fact]
    public async Task Writing_needs_the_permission_to_write()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRead] });
        Assert.Equal(200, (await _twin.Client.GetAsync(Datasets, "reader")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(Datasets, Body("x"), "reader")).Status);
    }

    private static JsonObject Body(string name) => new()
    {
        ["name"] = name,
        ["enable"] = true,
        ["filters"] = new JsonArray(new JsonObject { ["key"] = "success", ["operator"] = "eq", ["value"] = new JsonArray(false) }),
    };

    private async Task<JsonNode> MakeAsync(string name)
    {
        Answer answer = await _twin.Client.PostAsync(Datasets, Body(name));
        Assert.Equal(200, answer.Status);
        return answer.Result;
    }

    private async Task<string[]> NamesAsync(string query) =>
        [.. (await _twin.Client.GetAsync(Datasets + query)).Result.AsArray().Select(item => (string)item!["name"]!)];

    private static async Task<(int Status, int Code)> FailAsync(Task<Answer> call)
    {
        Answer answer = await call;
        return (answer.Status, answer.Code);
    }
}
