using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.SpendRules;

public sealed class SpendRuleTests : ModuleTest
{
    private const string CsvRow =
        "[pscustomobject]@{ GatewayId = 'prod-api'; Limit = '5'; Window = '60'; Model = ''; Provider = ''; Metadata = ''; PartitionBy = '' }";

    public SpendRuleTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway -CacheTtl 60");
        Emulator.ForgetRequests();
    }

    [Theory]
    [InlineData("86400", 86400)]
    [InlineData("([TimeSpan]::FromHours(2))", 7200)]
    [InlineData("'1.00:00:00'", 86400)]
    [InlineData("day", 86400)]
    [InlineData("Month", 2592000)]
    public void Windows_come_in_several_forms(string window, int seconds) =>
        Assert.Equal([seconds], Values($"New-AiGatewaySpendRule prod-api 2.50 {window}", "Window"));

    [Fact]
    public void Dimensions_are_convenient()
    {
        Run("New-AiGatewaySpendRule prod-api 25 day -Model gpt-4o, gpt-4o-mini -Provider openai -Metadata @{ team = 'x', 'y' } -PartitionBy user -Technique fixed -RuleId mine");
        JsonNode rule = JsonNode.Parse((string)Emulator.Journal().Single(r => (string?)r!["method"] == "PUT")!["body"]!)!["spend_limits"]!["rules"]![0]!;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"id":"mine","limitType":"cost","limit":25,"window":86400,"enabled":true,"technique":"fixed","model":{"mode":"filter","values":["gpt-4o","gpt-4o-mini"]},
                 "provider":{"mode":"filter","values":["openai"]},"metadata":{"team":{"mode":"filter","values":["x","y"]},"user":{"mode":"partition"}}}
                """),
            rule), rule.ToJsonString());
        string text = Session.RunFormatted("Get-AiGatewaySpendRule prod-api").HostText;
        Assert.Contains("25 USD per day", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Fact]
    public void Rules_and_gateways_and_csv_rows_are_piped()
    {
        Run("Get-AiGateway | New-AiGatewaySpendRule -Limit 25 -Window day");
        Assert.Equal(["prod-api", "dev-chat"], Values("Get-AiGateway | Get-AiGatewaySpendRule", "GatewayId"));
        Run("""
            @'
            GatewayId,RuleId,Limit,Window,Model,Enabled
            prod-api,team-a,10,week,gpt-4o,
            prod-api,team-b,,day,,
            dev-chat,team-c,5.5,3600,,no
            '@ | ConvertFrom-Csv | New-AiGatewaySpendRule -ErrorAction SilentlyContinue
            """);
        Assert.Equal(["10 USD per week", "5.5 USD per hour"], Run("Get-AiGateway | Get-AiGatewaySpendRule -RuleId team-* | ForEach-Object { \"$_\" }").Output.Select(o => o.ToString()));
        Run("Get-AiGatewaySpendRule prod-api team-a | New-AiGatewaySpendRule -Gateway dev-chat");
        Assert.Equal("gpt-4o", Run("(Get-AiGatewaySpendRule dev-chat team-a).Model[0]").Output.Single().ToString());
        Run("Get-AiGateway | Get-AiGatewaySpendRule | ConvertTo-Csv | ConvertFrom-Csv | Set-AiGatewaySpendRule -Limit 99");
        Assert.Equal([99m], Values("Get-AiGateway | Get-AiGatewaySpendRule", "Limit").Distinct());
        Run("Get-AiGateway | Get-AiGatewaySpendRule | Remove-AiGatewaySpendRule -Confirm:$false");
        Assert.Empty(Run("Get-AiGateway | Get-AiGatewaySpendRule").Output);
        Assert.Equal([60, 60], Values("Get-AiGateway", "CacheTtl"));
    }

    [Fact]
    public void Set_takes_no_setting_from_a_piped_rule()
    {
        Run("New-AiGatewaySpendRule prod-api 25 day -RuleId daily -Model gpt-4o");
        Run("$old = Get-AiGatewaySpendRule prod-api; Set-AiGatewaySpendRule prod-api daily -Limit 50; $old | Set-AiGatewaySpendRule -Technique Fixed");
        Assert.Equal([50m], Values("Get-AiGatewaySpendRule prod-api", "Limit"));
    }

    [Fact]
    public void A_change_is_shown_and_sent_only_when_it_is_one()
    {
        Run("New-AiGatewaySpendRule prod-api 25 day -RuleId daily -Model gpt-4o; New-AiGatewaySpendRule prod-api 1 hour -RuleId hourly");
        Emulator.ForgetRequests();
        EngineResult result = Run("Set-AiGatewaySpendRule prod-api daily -Limit 50 -Model $null -PartitionBy user -WhatIf -PassThru");
        foreach (string line in new[] { "Limit: 25 → 50", "Model.Values: gpt-4o → null", "Metadata.user.Mode: null → partition" })
        {
            Assert.Contains(line, result.HostText, StringComparison.Ordinal);
        }

        Assert.Equal("50 USD per day", result.Output.Single().ToString());
        Run("Set-AiGatewaySpendRule prod-api daily -Limit 25.0 -Window 1.00:00:00 -Model gpt-4o -Enabled true");
        Assert.Empty(Emulator.Writes());
        Assert.Equal(["daily", "hourly"], Values("Set-AiGatewaySpendRule prod-api daily -Limit 50 -PassThru | Out-Null; Get-AiGatewaySpendRule prod-api", "RuleId"));
    }

    [Fact]
    public void New_switches_the_limits_on_unless_told_otherwise_and_says_so()
    {
        Run("Set-AiGateway prod-api -SpendLimits @{ Enabled = $false; Rules = @{ Id = 'old'; Limit = 1; Window = 60 } }");
        Assert.Equal([false], Values("New-AiGatewaySpendRule prod-api 2 day -EnableSpendLimits $false", "SpendLimitsEnabled"));
        Assert.Equal([false], Values("New-AiGatewaySpendRule prod-api 2 day -Enabled $false", "SpendLimitsEnabled"));
        Assert.Contains("switch spend limits on (which applies 3 other rules, too)", Run("New-AiGatewaySpendRule prod-api 2 day -WhatIf").HostText, StringComparison.Ordinal);
        Assert.Contains(Run("Set-AiGatewaySpendRule prod-api old -Limit 3").Warnings, w => w.Message.Contains("-EnableSpendLimits", StringComparison.Ordinal));
        Assert.Equal([true], Values("New-AiGatewaySpendRule prod-api 2 day", "SpendLimitsEnabled"));
        Assert.Contains("SpendLimits.Enabled: True → False", Run("Set-AiGatewaySpendRule prod-api old -EnableSpendLimits $false -WhatIf").HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_twenty_first_rule_is_refused_before_any_write()
    {
        Run("1..20 | ForEach-Object { New-AiGatewaySpendRule prod-api $_ day }");
        Emulator.ForgetRequests();
        ErrorRecord error = RunToError("New-AiGatewaySpendRule prod-api 21 day");
        Assert.StartsWith("TooManySpendRules,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-PartitionBy", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
        Assert.StartsWith("ApiRejected,", RunToError("Set-AiGateway prod-api -SpendLimits @{ Rules = @(1..21 | ForEach-Object { @{ Limit = $_; Window = 60 } }) }").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-AiGatewaySpendRule prod-api -5 day", "InvalidSpendRule")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -RuleId 'a b'", "InvalidSpendRule")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -Metadata @{ team = @() }", "InvalidSpendRule")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -Metadata @{ team = 'x' } -PartitionBy team", "InvalidSpendRule")]
    [InlineData("Set-AiGatewaySpendRule prod-api x -Limit -1", "InvalidSpendRule")]
    [InlineData("New-AiGatewaySpendRule 'Prod Api' 5 day", "InvalidGatewayName")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 0", "ParameterArgumentValidationError")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 fortnight", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewaySpendRule prod-api much day", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -PartitionBy team, ' '", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -Metadata 'System.Collections.Hashtable'", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewaySpendRule prod-api '2,50' day", "ParameterArgumentTransformationError")]
    [InlineData("Set-AiGatewaySpendRule prod-api x -Limit '2,50'", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewayRouteElement x -Key metadata.team -Limit '2,50' -Window 60 -Success a -Fallback b", "ParameterArgumentTransformationError")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -Technique rolling", "ParameterArgumentTransformationError")]
    public void Bad_input_is_refused_before_any_call(string script, string id)
    {
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void Empty_cells_are_nothing()
    {
        PSObject rule = Assert.Single(Run(CsvRow + " | New-AiGatewaySpendRule").Output);
        Assert.All(["Model", "Provider", "Metadata", "PartitionBy"], name => Assert.Null(rule.Properties[name].Value));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Provider")]
    [InlineData("PartitionBy")]
    public void What_a_CSV_file_has_in_place_of_a_list_is_refused(string list)
    {
        ErrorRecord error = RunToError(CsvRow.Replace($"{list} = ''", $"{list} = 'System.String[]'", StringComparison.Ordinal) + " | New-AiGatewaySpendRule");
        Assert.Contains("ConvertTo-Json", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Rules_come_back_from_JSON()
    {
        Run("[pscustomobject]@{ Limit = 5; Window = 86400; Model = 'a', 'b'; Metadata = [pscustomobject]@{ team = 'x', 'y' }; PartitionBy = @('user') } | New-AiGatewaySpendRule -Gateway dev-chat");
        Assert.Equal(
            "5 USD per day; a b; x y; user",
            Run("Get-AiGatewaySpendRule dev-chat | ForEach-Object { \"$_; $($_.Model); $($_.Metadata.team); $($_.PartitionBy)\" }").Output.Single().ToString());
    }

    [Fact]
    public void A_wrong_window_is_told_the_right_ones() =>
        Assert.Contains("hour, day, week or month", RunToError("New-AiGatewaySpendRule prod-api 5 fortnight").Exception.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Get-AiGatewaySpendRule none-api", "GatewayNotFound")]
    [InlineData("New-AiGatewaySpendRule none-api 5 day", "GatewayNotFound")]
    [InlineData("Set-AiGatewaySpendRule none-api x -Limit 5", "GatewayNotFound")]
    [InlineData("Remove-AiGatewaySpendRule none-api x -Confirm:$false", "GatewayNotFound")]
    [InlineData("Get-AiGatewaySpendRule prod-api x", "SpendRuleNotFound")]
    [InlineData("Set-AiGatewaySpendRule prod-api x -Limit 5", "SpendRuleNotFound")]
    [InlineData("Remove-AiGatewaySpendRule prod-api x -Confirm:$false", "SpendRuleNotFound")]
    [InlineData("New-AiGatewaySpendRule prod-api 5 day -RuleId taken | Out-Null; New-AiGatewaySpendRule prod-api 6 day -RuleId taken", "SpendRuleExists")]
    public void What_is_missing_or_taken_is_named(string script, string id) =>
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Ids_complete_with_what_they_allow()
    {
        Run("New-AiGatewaySpendRule prod-api 25 day -RuleId daily");
        string line = "Set-AiGatewaySpendRule prod-api d";
        PSObject match = Assert.Single(Run($"(TabExpansion2 '{line}' {line.Length}).CompletionMatches").Output);
        Assert.Equal(("daily", "daily (25 USD per day)"), (match.Properties["CompletionText"].Value, match.Properties["ListItemText"].Value));
    }
}
