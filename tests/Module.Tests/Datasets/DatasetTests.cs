using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Datasets;

public sealed class DatasetTests : ModuleTest
{
    public DatasetTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Filters_come_from_the_builder_or_from_hashtables()
    {
        Run("New-AiGatewayDataset prod-api failed (New-AiGatewayLogFilter Success Eq $false)");
        Run("New-AiGatewayDataset prod-api slow -Filter @{ key = 'duration'; operator = 'gt'; value = 1000 }, @{ Key = 'Model'; Value = 'a', 'b' } -Enable $false");
        string[] bodies = [.. Emulator.Journal().Select(r => (string?)r!["body"]).Where(b => !string.IsNullOrEmpty(b))!];
        Assert.Equal("""{"name":"failed","enable":true,"filters":[{"key":"success","operator":"eq","value":[false]}]}""", bodies[0]);
        Assert.Equal(
            """{"name":"slow","enable":false,"filters":[{"key":"duration","operator":"gt","value":[1000]},{"key":"model","operator":"eq","value":["a","b"]}]}""", bodies[1]);
    }

    [Fact]
    public void Gateways_datasets_and_rows_of_a_csv_file_are_piped()
    {
        Run("Get-AiGateway | New-AiGatewayDataset -Name failed -Filter @{ Key = 'Success'; Value = $false }");
        Assert.Equal(["prod-api", "dev-chat"], Values("Get-AiGateway | Get-AiGatewayDataset", "GatewayId"));
        Run("Get-AiGatewayDataset prod-api | New-AiGatewayDataset -Name copy -Gateway dev-chat");
        Assert.Equal("Success Eq False", Run("\"$((Get-AiGatewayDataset dev-chat copy).Filters)\"").Output.Single().ToString());
        Run("Get-AiGatewayDataset dev-chat | ConvertTo-Csv | ConvertFrom-Csv | Set-AiGatewayDataset -Enable $false");
        Assert.Equal([false, false], Values("Get-AiGatewayDataset dev-chat", "Enable"));
        Run("Get-AiGateway | Get-AiGatewayDataset | Remove-AiGatewayDataset -Confirm:$false");
        Assert.Empty(Run("Get-AiGateway | Get-AiGatewayDataset").Output);
    }

    [Fact]
    public void A_literal_name_is_matched_here_although_the_server_is_loose()
    {
        Run("'failed', 'failed-too', 'slow' | ForEach-Object { New-AiGatewayDataset prod-api $_ -Filter @() }");
        Assert.Equal(["failed"], Values("Get-AiGatewayDataset prod-api failed", "Name"));
        Assert.Equal(["failed"], Values("Get-AiGatewayDataset prod-api FAILED", "Name"));
        Assert.Equal(["failed", "failed-too"], Values("Get-AiGatewayDataset prod-api fail*", "Name"));
        Assert.Empty(Run("Get-AiGatewayDataset prod-api nothing*").Output);
        ErrorRecord error = RunToError("Get-AiGatewayDataset prod-api fail");
        Assert.StartsWith("DatasetNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("fail", error.TargetObject);
    }

    [Theory]
    [InlineData("Get-AiGatewayDataset none-api")]
    [InlineData("Get-AiGatewayDataset none-api some")]
    [InlineData("Get-AiGatewayDataset none-api -DatasetId x")]
    [InlineData("New-AiGatewayDataset none-api x -Filter @()")]
    [InlineData("Set-AiGatewayDataset none-api x -Enable $true")]
    [InlineData("Set-AiGatewayDataset none-api -DatasetId x -Enable $true")]
    [InlineData("Remove-AiGatewayDataset none-api -DatasetId x -Confirm:$false")]
    public void A_gateway_that_does_not_exist_is_named(string script)
    {
        ErrorRecord error = RunToError(script);
        Assert.StartsWith("GatewayNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("none-api", Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.Writes(), w => !w.Contains("none-api", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_leaves_the_rest_alone_and_is_sent_only_when_it_is_one()
    {
        Run("New-AiGatewayDataset prod-api failed -Filter @{ Key = 'Success'; Value = $false }");
        Emulator.ForgetRequests();
        Run("Set-AiGatewayDataset prod-api failed -Enable $true");
        Run("Get-AiGatewayDataset prod-api | Set-AiGatewayDataset -Filter @{ Key = 'Success'; Value = $false }");
        Assert.Empty(Emulator.Writes());
        Assert.Equal(["broken"], Values("Set-AiGatewayDataset prod-api failed -NewName broken -PassThru", "Name"));
        JsonNode put = JsonNode.Parse((string)Emulator.Journal().Single(r => (string?)r!["method"] == "PUT")!["body"]!)!;
        Assert.Equal("""[{"key":"success","operator":"eq","value":[false]}]""", put["filters"]!.ToJsonString());
    }

    [Fact]
    public void WhatIf_shows_old_and_new_and_gives_the_dataset_as_it_would_be()
    {
        Run("New-AiGatewayDataset prod-api failed -Filter @{ Key = 'Success'; Value = $false }");
        var result = Run("Set-AiGatewayDataset prod-api failed -Enable $false -Filter @{ Key = 'Model'; Operator = 'Contains'; Value = 'gpt' } -WhatIf -PassThru");
        Assert.Contains("Enable: True → False", result.HostText, StringComparison.Ordinal);
        Assert.Contains("Filters[0].Key: success → model", result.HostText, StringComparison.Ordinal);
        Assert.Equal(false, result.Output.Single().Properties["Enable"].Value);
        Assert.Equal([true], Values("Get-AiGatewayDataset prod-api", "Enable"));
    }

    [Theory]
    [InlineData("New-AiGatewayDataset prod-api x -Filter @{ Key = 'EventId'; Value = 'e' }", "InvalidDatasetFilter")]
    [InlineData("New-AiGatewayDataset prod-api x -Filter @{ Key = 'Model'; Operator = 'Neq'; Value = 'e' }", "InvalidDatasetFilter")]
    [InlineData("New-AiGatewayDataset prod-api x -Filter @{ Key = 'Model' }", "InvalidDatasetFilter")]
    [InlineData("Set-AiGatewayDataset prod-api x -Filter @{ Key = 'MetadataKey'; Value = 'e' }", "InvalidDatasetFilter")]
    [InlineData("New-AiGatewayDataset 'Prod Api' x -Filter @()", "InvalidGatewayName")]
    [InlineData("New-AiGatewayDataset prod-api x -Filter @{ Kex = 'Model' }", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayDataset prod-api x -Filter @{ Key = 'Beauty'; Value = 1 }", "ParameterArgumentTransformationError")]
    public void Bad_input_is_refused_before_any_call(string script, string id)
    {
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_taken_name_and_a_missing_one_have_their_ids()
    {
        Run("New-AiGatewayDataset prod-api failed -Filter @()");
        Assert.StartsWith("DatasetExists,", RunToError("New-AiGatewayDataset prod-api failed -Filter @()").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("DatasetNotFound,", RunToError("Remove-AiGatewayDataset prod-api gone -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("DatasetNotFound,", RunToError("Set-AiGatewayDataset prod-api -DatasetId gone -Enable $true").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, Session.Run("Remove-AiGatewayDataset prod-api gone, failed, lost -Confirm:$false").Errors.Count);
        Assert.Empty(Run("Get-AiGatewayDataset prod-api").Output);
    }

    [Fact]
    public void An_account_that_is_too_new_is_told_what_to_use_instead()
    {
        Emulator.Post("/_emulator/behaviour", new JsonObject { ["evaluations_closed"] = true });
        ErrorRecord error = RunToError("Get-AiGatewayDataset prod-api");
        Assert.StartsWith("NotAvailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("deprecated", Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain("permission", Shown(error), StringComparison.Ordinal);
        Assert.Contains("Measure-AiGatewayLog", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_stop_when_nobody_wants_more()
    {
        Run("1..3 | ForEach-Object { New-AiGatewayDataset prod-api \"d$_\" -Filter @() }");
        Emulator.ForgetRequests();
        Assert.Equal(["d1"], Values("Get-AiGatewayDataset prod-api -First 1", "Name"));
        Assert.Equal(["d2", "d3"], Values("Get-AiGatewayDataset prod-api -Skip 1", "Name"));
        Assert.Equal(2, Emulator.Requests().Count);
        Emulator.ForgetRequests();
        Assert.Single(Run("'prod-api', 'dev-chat', 'none-api' | Get-AiGatewayDataset -First 1").Output);
        Assert.Single(Emulator.Requests());
    }

    [Fact]
    public void The_views_say_what_is_selected()
    {
        Run("New-AiGatewayDataset prod-api failed -Filter @{ Key = 'Success'; Value = $false }; New-AiGatewayDataset prod-api all -Filter @()");
        string text = Session.RunFormatted("Get-AiGatewayDataset prod-api").HostText;
        Assert.Contains("Success Eq False", text, StringComparison.Ordinal);
        Assert.Contains("every log", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
