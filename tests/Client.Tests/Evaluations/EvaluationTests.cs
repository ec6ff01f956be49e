using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class EvaluationTests
{
    private const string Document = """
        {"id":"ev_01","name":"weekly","gateway_id":"prod","processed":true,"total_logs":120,"created_at":"2026-09-15T10:20:30.000Z",
         "modified_at":"2026-10-01T08:00:00.000Z",
         "datasets":[{"id":"ds_01","name":"failed","enable":true,"gateway_id":"prod","filters":[],"account_id":"a","account_tag":"a"}],
         "results":[{"id":"er_01","evaluation_id":"ev_01","evaluation_type_id":"et_cost","result":"0.0021","status":2,"status_description":"done","total_logs":120}]}
        """;

    [Fact]
    public async Task An_evaluation_is_read_with_its_datasets_and_results()
    {
        AiGatewayEvaluation evaluation = await ReadAsync(Document);
        Assert.Equal((Bench.Account, "prod", "weekly", 120L), (evaluation.AccountId, evaluation.GatewayId, evaluation.Name, evaluation.TotalLogs));
        Assert.True(evaluation.Processed);
        Assert.Equal((Bench.Account, "failed"), (evaluation.Datasets[0].AccountId, evaluation.Datasets[0].Name));
        AiGatewayEvaluationResult result = Assert.Single(evaluation.Results);
        Assert.Equal(("et_cost", "0.0021", 2, "done"), (result.EvaluationTypeId, result.Result, result.Status, result.StatusDescription));
        Assert.Equal("et_cost: 0.0021", result.ToString());
    }

    [Fact]
    public async Task Loose_types_are_understood()
    {
        AiGatewayEvaluation evaluation = await ReadAsync(
            """{"id":1,"name":"w","processed":0,"total_logs":"12","datasets":{},"results":[{"result":0.5,"status":"2","total_logs":"3"}]}""");
        Assert.False(evaluation.Processed);
        Assert.Equal(12, evaluation.TotalLogs);
        Assert.Empty(evaluation.Datasets);
        Assert.Equal(("0.5", 2, 3L), (evaluation.Results[0].Result, evaluation.Results[0].Status, evaluation.Results[0].TotalLogs));
    }

    [Fact]
    public async Task A_list_asks_for_what_was_wanted()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]"));
        var query = new EvaluationQuery { AccountId = Bench.Account, Gateway = "prod", Name = "w", Processed = true, Search = "s" };
        Assert.Empty((await bench.Client.Evaluations.ListAsync(query, 1, 50, bench.Call)).Items);
        Assert.Equal("?name=w&processed=true&search=s&page=1&per_page=50", bench.Service.Sent[0].Address.Query);
    }

    [Fact]
    public async Task A_create_names_datasets_and_evaluators_and_an_open_one_is_read_back()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{Document}]"));
        AiGatewayEvaluation evaluation = await bench.RunAsync(
            bench.Client.Evaluations.CreateAsync(Bench.Account, "prod", "weekly", ["ds_01"], ["et_cost"], bench.Call));
        Assert.Equal("ev_01", evaluation.Id);
        Assert.Equal("""{"name":"weekly","dataset_ids":["ds_01"],"evaluation_type_ids":["et_cost"]}""", bench.Service.Sent[0].Body);
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task An_open_create_that_finds_other_datasets_is_a_conflict()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok($"[{Document}]"));
        AiGatewayException failure = await bench.FailAsync(
            bench.Client.Evaluations.CreateAsync(Bench.Account, "prod", "weekly", ["ds_01", "ds_02"], ["et_cost"], bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task Evaluators_are_read_with_their_account()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("""[{"id":"et_cost","name":"Cost","type":"cost","description":"d","enable":1,"mandatory":"true"}]"""));
        AiGatewayEvaluator evaluator = Assert.Single((await bench.Client.Evaluations.ListEvaluatorsAsync(Bench.Account, 1, 50, bench.Call)).Items);
        Assert.Equal((Bench.Account, "Cost", "cost"), (evaluator.AccountId, evaluator.Name, evaluator.Type));
        Assert.True(evaluator.Enable);
        Assert.True(evaluator.Mandatory);
    }

    [Fact]
    public async Task An_account_that_is_too_new_gets_one_clear_error()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(403, 7001, "no longer supported for new accounts"));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Evaluations.ListEvaluatorsAsync(Bench.Account, 1, 50, bench.Call));
        Assert.Equal(AiGatewayErrorKind.NotAvailable, failure.Kind);
    }

    private static Task<AiGatewayEvaluation> ReadAsync(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return bench.Client.Evaluations.GetAsync(Bench.Account, "prod", "ev_01", bench.Call);
    }
}
