using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of an evaluation: it works on the rows that its datasets select, some time after it was made.</summary>
public sealed class EvaluationTests : IAsyncLifetime
{
    private const string Evaluations = Twin.Gateways + "/g/evaluations";
    private const string Datasets = Twin.Gateways + "/g/datasets";
    private const string Types = "/accounts/" + Twin.Account + "/ai-gateway/evaluation-types";

    private readonly Twin _twin = new();
    private string _dataset = string.Empty;

    public async ValueTask InitializeAsync()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        foreach (string row in new[]
        {
            """{"id":"a","success":false,"cost":0.5,"duration":100,"feedback":1}""",
            """{"id":"b","success":false,"cost":0.25,"duration":300,"feedback":-1}""",
            """{"id":"c","success":true,"cost":9,"duration":9000}""",
        })
        {
            await _twin.App.AddLogAsync("g", row, cancellationToken: TestContext.Current.CancellationToken);
        }

        var filters = new JsonArray(new JsonObject { ["key"] = "success", ["operator"] = "eq", ["value"] = new JsonArray(false) });
        Answer dataset = await _twin.Client.PostAsync(Datasets, new JsonObject { ["name"] = "failed", ["enable"] = true, ["filters"] = filters });
        _dataset = (string)dataset.Result["id"]!;
    }

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return default;
    }

    [Fact]
    public async Task It_is_worked_out_over_the_rows_of_its_datasets()
    {
        JsonNode made = (await _twin.Client.PostAsync(Evaluations, Body("weekly"))).Result;
        Assert.False((bool)made["processed"]!);
        Assert.Empty(made["results"]!.AsArray());
        Assert.Equal("failed", (string?)made["datasets"]![0]!["name"]);
        Assert.Equal(Twin.Account, (string?)made["datasets"]![0]!["account_id"]);

        _twin.Time.Advance(TimeSpan.FromSeconds(2));
        JsonNode done = (await _twin.Client.GetAsync($"{Evaluations}/{made["id"]}")).Result;
        Assert.True((bool)done["processed"]!);
        Assert.Equal(2, (int)done["total_logs"]!);
        Assert.Equal(
            ["et_cost=0.375", "et_speed=200", "et_feedback=50"],
            done["results"]!.AsArray().Select(result => $"{result!["evaluation_type_id"]}={result["result"]}"));
        Assert.Equal("2026-10-15T08:00:02.123Z", (string?)done["modified_at"]);
    }

    [Fact]
    public async Task A_dataset_that_is_deleted_leaves_its_evaluations()
    {
        JsonNode made = (await _twin.Client.PostAsync(Evaluations, Body("weekly"))).Result;
        await _twin.Client.DeleteAsync($"{Datasets}/{_dataset}");
        Assert.Empty((await _twin.Client.GetAsync($"{Evaluations}/{made["id"]}")).Result["datasets"]!.AsArray());
    }

    [Fact]
    public async Task Lists_know_names_loosely_and_states()
    {
        await _twin.Client.PostAsync(Evaluations, Body("weekly"));
        _twin.Time.Advance(TimeSpan.FromSeconds(3));
        await _twin.Client.PostAsync(Evaluations, Body("weekly-2"));
        Assert.Equal(2, (await _twin.Client.GetAsync(Evaluations + "?name=week")).Ids.Length);
        Assert.Equal("weekly", (string?)Assert.Single((await _twin.Client.GetAsync(Evaluations + "?processed=true")).Result.AsArray())!["name"]);
        Assert.Equal("weekly-2", (string?)Assert.Single((await _twin.Client.GetAsync(Evaluations + "?processed=false&search=-2")).Result.AsArray())!["name"]);
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways + "/none/evaluations")).Ids);
    }

    [Fact]
    public async Task Bad_input_is_named()
    {
        Answer none = await _twin.Client.PostAsync(Evaluations, new JsonObject { ["name"] = "x", ["dataset_ids"] = new JsonArray(), ["evaluation_type_ids"] = new JsonArray() });
        Assert.Equal(["body.dataset_ids: Array must contain at least 1 element(s)"], none.Problems);
        Answer six = await _twin.Client.PostAsync(
            Evaluations,
            new JsonObject { ["name"] = "x", ["dataset_ids"] = new JsonArray([.. Enumerable.Repeat(_dataset, 6).Select(id => JsonValue.Create(id))]), ["evaluation_type_ids"] = new JsonArray() });
        Assert.Equal(["body.dataset_ids: Array must contain at most 5 element(s)"], six.Problems);
        Answer missing = await _twin.Client.PostAsync(Evaluations, new JsonObject { ["name"] = "x", ["dataset_ids"] = new JsonArray("none"), ["evaluation_type_ids"] = new JsonArray("et_beauty") });
        Assert.Equal(["body.dataset_ids.0: Dataset not found", "body.evaluation_type_ids.0: Evaluation type not found"], missing.Problems);
        Assert.Equal(404, (await _twin.Client.PostAsync(Twin.Gateways + "/none/evaluations", Body("x"))).Status);
        await _twin.Client.PostAsync(Evaluations, Body("weekly"));
        Assert.Contains("already exists", (string?)(await _twin.Client.PostAsync(Evaluations, Body("weekly"))).Error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_deleted_once()
    {
        JsonNode made = (await _twin.Client.PostAsync(Evaluations, Body("weekly"))).Result;
        Assert.Equal(200, (await _twin.Client.DeleteAsync($"{Evaluations}/{made["id"]}")).Status);
        Assert.Equal(404, (await _twin.Client.DeleteAsync($"{Evaluations}/{made["id"]}")).Status);
        Assert.Equal(404, (await _twin.Client.GetAsync($"{Evaluations}/{made["id"]}")).Status);
    }

    [Fact]
    public async Task There_are_three_evaluators_on_pages_of_five_to_fifty()
    {
        Answer list = await _twin.Client.GetAsync(Types);
        Assert.Equal(["et_cost", "et_feedback", "et_speed"], list.Ids);
        Assert.Equal([true, false, false], list.Result.AsArray().Select(item => (bool)item!["mandatory"]!));
        Assert.Equal(400, (await _twin.Client.GetAsync(Types + "?per_page=4")).Status);
        Assert.Equal(400, (await _twin.Client.GetAsync(Types + "?per_page=51")).Status);
    }

    [Fact]
    public async Task An_account_whose_logs_are_elsewhere_has_nothing_to_evaluate()
    {
        JsonNode made = (await _twin.Client.PostAsync(Evaluations, Body("weekly"))).Result;
        Assert.Equal(2, (int)made["total_logs"]!);
        _twin.App.Behaviour = new EmulatorBehaviour { NewLogSystem = true };
        Assert.Equal(0, (int)(await _twin.Client.GetAsync($"{Evaluations}/{made["id"]}")).Result["total_logs"]!);
    }

    private JsonObject Body(string name) => new()
    {
        ["name"] = name,
        ["dataset_ids"] = new JsonArray(_dataset),
        ["evaluation_type_ids"] = new JsonArray("et_cost", "et_speed", "et_feedback"),
    };
}
