using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Evaluations;

public sealed class EvaluationTests : ModuleTest
{
    public EvaluationTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway");
        Run("'failed', 'slow' | ForEach-Object { New-AiGatewayDataset prod-api $_ -Filter @() }");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Piped_datasets_of_a_gateway_make_one_evaluation()
    {
        Run("New-AiGatewayDataset dev-chat other -Filter @()");
        PSObject[] made = [.. Run("Get-AiGateway | Get-AiGatewayDataset | New-AiGatewayEvaluation -Name weekly").Output];
        Assert.Equal(["prod-api", "dev-chat"], made.Select(e => e.Properties["GatewayId"].Value));
        Assert.Equal("failed slow", Run("\"$((Get-AiGatewayEvaluation prod-api weekly).Datasets)\"").Output.Single().ToString());
    }

    [Fact]
    public void Datasets_and_evaluators_go_by_name_and_mandatory_ones_are_taken_along()
    {
        Run("New-AiGatewayEvaluation prod-api weekly slow, failed -Evaluator speed");
        JsonNode body = JsonNode.Parse((string)Emulator.Journal().Single(r => (string?)r!["method"] == "POST")!["body"]!)!;
        Assert.Equal(2, body["dataset_ids"]!.AsArray().Count);
        Assert.Equal("""["et_cost","et_speed"]""", body["evaluation_type_ids"]!.ToJsonString());
    }

    [Fact]
    public void Results_come_when_it_was_carried_out()
    {
        Run("New-AiGatewayEvaluation prod-api weekly slow");
        Assert.Equal(["weekly"], Values("Get-AiGatewayEvaluation prod-api -Processed $false", "Name"));
        Run("for ($i = 0; $i -lt 100 -and -not (Get-AiGatewayEvaluation prod-api -Processed $true); $i++) { Start-Sleep -Milliseconds 200 }");
        Assert.Equal(["et_cost", "et_feedback", "et_speed"], Values("(Get-AiGatewayEvaluation prod-api weekly).Results", "EvaluationTypeId"));
        string text = Session.RunFormatted("Get-AiGatewayEvaluation prod-api").HostText;
        Assert.Contains("et_cost: 0", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Fact]
    public void An_empty_list_is_told_from_a_gateway_that_does_not_exist()
    {
        Assert.Empty(Run("Get-AiGatewayEvaluation dev-chat").Output);
        foreach (string script in new[]
        {
            "Get-AiGatewayEvaluation none-api",
            "Get-AiGatewayEvaluation none-api weekly",
            "Get-AiGatewayEvaluation none-api -EvaluationId x",
            "Remove-AiGatewayEvaluation none-api weekly -Confirm:$false",
            "New-AiGatewayEvaluation none-api weekly slow",
            "New-AiGatewayEvaluation none-api weekly -DatasetId x",
        })
        {
            Assert.StartsWith("GatewayNotFound,", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("New-AiGatewayEvaluation prod-api weekly", "InvalidEvaluation")]
    [InlineData("New-AiGatewayEvaluation prod-api weekly -DatasetId 1, 2, 3, 4, 5, 6", "InvalidEvaluation")]
    [InlineData("New-AiGatewayEvaluation prod-api weekly gone", "DatasetNotFound")]
    [InlineData("New-AiGatewayEvaluation prod-api weekly slow -Evaluator Beauty", "EvaluatorNotFound")]
    [InlineData("New-AiGatewayEvaluation prod-api weekly -DatasetId gone", "ApiRejected")]
    [InlineData("Get-AiGatewayEvaluation prod-api gone", "EvaluationNotFound")]
    [InlineData("Get-AiGatewayEvaluation prod-api -EvaluationId gone", "EvaluationNotFound")]
    [InlineData("Remove-AiGatewayEvaluation prod-api gone -Confirm:$false", "EvaluationNotFound")]
    [InlineData("Get-AiGatewayEvaluator Beauty", "EvaluatorNotFound")]
    public void Bad_input_has_its_error(string script, string id) =>
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_taken_name_is_an_error_and_a_removal_asks_for_each()
    {
        Run("New-AiGatewayEvaluation prod-api weekly slow");
        Assert.StartsWith("EvaluationExists,", RunToError("New-AiGatewayEvaluation prod-api weekly slow").FullyQualifiedErrorId, StringComparison.Ordinal);
        Run("Get-AiGatewayEvaluation prod-api | Remove-AiGatewayEvaluation -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewayEvaluation prod-api").Output);
    }

    [Fact]
    public void Evaluators_are_listed_by_name()
    {
        Assert.Equal(["Cost", "Human feedback", "Speed"], Values("Get-AiGatewayEvaluator", "Name"));
        Assert.Equal(["et_speed"], Values("Get-AiGatewayEvaluator s*", "EvaluationTypeId"));
    }
}
