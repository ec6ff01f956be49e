using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class DatasetTests
{
    private const string Document = """
        {"id":"ds_01","name":"failed","enable":true,"gateway_id":"prod","created_at":"2026-09-15T10:20:30.000Z","modified_at":"2026-09-15T10:20:30.000Z",
         "filters":[{"key":"success","operator":"eq","value":[false]},{"key":"brand_new","operator":"near","value":["x"]}],"newer":{"deep":1}}
        """;

    [Fact]
    public async Task A_dataset_is_read_with_typed_filters_and_its_place()
    {
        AiGatewayDataset dataset = await ServeAsync(bench => bench.Client.Datasets.GetAsync(Bench.Account, "prod", "ds_01", bench.Call), Document);
        Assert.Equal((Bench.Account, "prod", "failed"), (dataset.AccountId, dataset.GatewayId, dataset.Name));
        Assert.True(dataset.Enable);
        Assert.Equal((LogFilterKey.Success, LogFilterOperator.Eq), (dataset.Filters[0].Key, dataset.Filters[0].Operator));
        Assert.Equal([false], dataset.Filters[0].Value);
        Assert.Equal((LogFilterKey.Unknown, LogFilterOperator.Unknown), (dataset.Filters[1].Key, dataset.Filters[1].Operator));
        Assert.Equal(["newer"], dataset.AdditionalProperties.Keys);
        Assert.Equal(new DateTimeOffset(2026, 9, 15, 10, 20, 30, TimeSpan.Zero), dataset.CreatedAt);
    }

    [Fact]
    public async Task Loose_types_are_understood()
    {
        AiGatewayDataset dataset = await ServeAsync(
            bench => bench.Client.Datasets.GetAsync(Bench.Account, "prod", "7", bench.Call), """{"id":7,"name":12,"enable":1,"filters":{}}""");
        Assert.Equal(("7", "12"), (dataset.Id, dataset.Name));
        Assert.True(dataset.Enable);
        Assert.Empty(dataset.Filters);
        Assert.Null(dataset.CreatedAt);
        AiGatewayDataset other = await ServeAsync(
            bench => bench.Client.Datasets.GetAsync(Bench.Account, "prod", "7", bench.Call), """{"id":"7","enable":"false","filters":null}""");
        Assert.False(other.Enable);
        Assert.Empty(other.Filters);
    }

    [Fact]
    public async Task A_list_asks_for_what_was_wanted_and_does_without_a_paging_block()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, $$"""{"success":true,"result":[{{Document}}]}"""));
        var query = new DatasetQuery { AccountId = Bench.Account, Gateway = "prod", Name = "fa il", Enable = false, Search = "x&y" };
        ResultPage<AiGatewayDataset> page = await bench.Client.Datasets.ListAsync(query, 2, 100, bench.Call);
        Assert.Equal("?name=fa%20il&enable=false&search=x%26y&page=2&per_page=100", bench.Service.Sent[0].Address.Query);
        Assert.Equal("prod", Assert.Single(page.Items).GatewayId);
        Assert.Null(page.TotalCount);
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task A_name_is_found_although_the_server_matches_loosely_and_on_a_later_page()
    {
        var bench = new Bench();
        string full = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"id":"{{i}}","name":"failed-{{i}}"}"""));
        bench.Service
            .Then(() => Answers.Ok($"[{full}]"))
            .Then(() => Answers.Ok("""[{"id":"x","name":"Failed"},{"id":"y","name":"failed"}]"""));
        AiGatewayDataset? found = await bench.Client.Datasets.FindAsync(Bench.Account, "prod", "failed", bench.Call);
        Assert.Equal("y", found!.Id);
        Assert.Equal(2, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task A_create_sends_all_three_members_and_values_as_lists()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Document));
        await bench.Client.Datasets.CreateAsync(Bench.Account, "prod", Settings(), bench.Call);
        Assert.Equal("POST", bench.Service.Sent[0].Method);
        Assert.Equal("""{"name":"failed","enable":true,"filters":[{"key":"success","operator":"eq","value":[false]}]}""", bench.Service.Sent[0].Body);
    }

    [Fact]
    public async Task An_open_create_is_read_back_by_its_exact_name()
    {
        var bench = new Bench();
        string asked = """{"id":"y","name":"failed","enable":true,"filters":[{"key":"success","operator":"eq","value":[0]}]}""";
        bench.Service
            .ThenThrow(Answers.Broken)
            .Then(() => Answers.Ok("""[{"id":"x","name":"failed-too"},{"id":"y","name":"failed"}]"""))
            .Then(() => Answers.Ok(asked));
        AiGatewayDataset dataset = await bench.RunAsync(bench.Client.Datasets.CreateAsync(Bench.Account, "prod", Settings(), bench.Call));
        Assert.Equal("y", dataset.Id);
        Assert.Equal(["POST", "GET", "GET"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task An_open_create_that_did_not_happen_is_sent_again_and_another_one_is_a_conflict()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok("[]")).Then(() => Answers.Ok(Document));
        await bench.RunAsync(bench.Client.Datasets.CreateAsync(Bench.Account, "prod", Settings(), bench.Call));
        Assert.Equal(["POST", "GET", "POST"], bench.Service.Sent.Select(sent => sent.Method));

        bench = new Bench();
        bench.Service
            .ThenThrow(Answers.Broken)
            .Then(() => Answers.Ok("""[{"id":"y","name":"failed"}]"""))
            .Then(() => Answers.Ok("""{"id":"y","name":"failed","enable":true,"filters":[]}"""));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.CreateAsync(Bench.Account, "prod", Settings(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task A_taken_name_is_said_so()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(400, 7001, "Dataset with this name already exists"));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.CreateAsync(Bench.Account, "prod", Settings(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.AlreadyExists, failure.Kind);
    }

    [Fact]
    public async Task An_update_keeps_what_is_not_named_filters_and_members_that_nobody_knows_included()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Document));
        DatasetUpdatePlan plan = await bench.Client.Datasets.PlanUpdateAsync(
            Bench.Account, "prod", "ds_01", new Dictionary<string, object?> { ["enable"] = false }, bench.Call);
        Assert.Equal("Enable: True → False", Assert.Single(plan.Differences).ToString());
        Assert.False(plan.Preview.Enable);
        await bench.Client.Datasets.ApplyUpdateAsync(plan, bench.Call);
        JsonNode body = JsonNode.Parse(bench.Service.Sent[^1].Body!)!;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"name":"failed","enable":false,"filters":[{"key":"success","operator":"eq","value":[false]},{"key":"brand_new","operator":"near","value":["x"]}],"newer":{"deep":1}}"""),
            body), body.ToJsonString());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public async Task Nothing_is_put_when_nothing_changes(string enable)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Document.Replace("\"enable\":true", "\"enable\":" + enable, StringComparison.Ordinal)));
        DatasetUpdatePlan plan = await bench.Client.Datasets.PlanUpdateAsync(
            Bench.Account, "prod", "ds_01", new Dictionary<string, object?> { ["enable"] = true, ["name"] = "failed" }, bench.Call);
        Assert.Empty(plan.Differences);
        await bench.Client.Datasets.ApplyUpdateAsync(plan, bench.Call);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_plan_that_grew_old_is_checked_first()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Document)).Then(() => Answers.Ok(Document.Replace("failed", "renamed", StringComparison.Ordinal)));
        DatasetUpdatePlan plan = await bench.Client.Datasets.PlanUpdateAsync(
            Bench.Account, "prod", "ds_01", new Dictionary<string, object?> { ["enable"] = false }, bench.Call);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.ApplyUpdateAsync(plan, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, failure.Kind);
        Assert.DoesNotContain(bench.Service.Sent, sent => sent.Method == "PUT");
    }

    [Fact]
    public async Task A_filter_that_datasets_do_not_take_is_refused_before_any_call()
    {
        var bench = new Bench();
        var settings = new Dictionary<string, object?> { ["filters"] = new[] { new AiGatewayLogFilter { Key = LogFilterKey.EventId, Value = ["x"] } } };
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.PlanUpdateAsync(Bench.Account, "prod", "ds_01", settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Rejected, failure.Kind);
        Assert.Empty(bench.Service.Sent);
    }

    [Theory]
    [InlineData(403, "Evaluations are deprecated")]
    [InlineData(400, "This feature is not available on new accounts")]
    [InlineData(410, "Gone")]
    public async Task An_account_that_is_too_new_gets_one_clear_error(int status, string message)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status, 7001, message));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.GetAsync(Bench.Account, "prod", "x", bench.Call));
        Assert.Equal(AiGatewayErrorKind.NotAvailable, failure.Kind);
        Assert.Contains("deprecated datasets and evaluations", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Get-AiGatewayLog", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(status, failure.StatusCode);
    }

    [Fact]
    public async Task A_token_without_permission_is_still_told_so()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(403, 10000, "Authentication error"));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Datasets.GetAsync(Bench.Account, "prod", "x", bench.Call));
        Assert.Equal(AiGatewayErrorKind.Forbidden, failure.Kind);
    }

    [Fact]
    public async Task Gone_already_on_a_retry_is_success()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Fail(404, 7002, "Not Found"));
        Task delete = bench.Client.Datasets.DeleteAsync(Bench.Account, "prod", "x", bench.Call);
        await bench.RunAsync(delete.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default));
        await delete;
        Assert.Equal(2, bench.Service.Sent.Count);
    }

    private static Dictionary<string, object?> Settings() => new()
    {
        ["name"] = "failed",
        ["enable"] = true,
        ["filters"] = new[] { new AiGatewayLogFilter { Key = LogFilterKey.Success, Value = [false] } },
    };

    private static Task<AiGatewayDataset> ServeAsync(Func<Bench, Task<AiGatewayDataset>> read, string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return read(bench);
    }
}
