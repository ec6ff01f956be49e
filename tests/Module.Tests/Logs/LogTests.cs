using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Logs;

public sealed class LogTests : ModuleTest
{
    private const int Rows = 230;

    public LogTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new JsonObject
        {
            ["gateway"] = "prod-api",
            ["count"] = Rows,
            ["seed"] = 7,
            ["payloads"] = true,
            ["unpriced"] = 0.2,
            ["equal_times"] = 3,
            ["metadata"] = new JsonObject { ["team"] = new JsonArray("search", "chat"), ["tier"] = new JsonArray("chat", "free") },
            ["metadata_share"] = 1,
        });
        Emulator.ForgetRequests();
    }

    [Theory]
    [InlineData("Get-AiGatewayLog prod-api")]
    [InlineData("Get-AiGatewayLog prod-api -ThrottleLimit 4")]
    [InlineData("Get-AiGatewayLog prod-api -Ascending")]
    [InlineData("Get-AiGatewayLog prod-api -OrderBy Model")]
    [InlineData("Get-AiGateway | Get-AiGatewayLog")]
    public void Every_row_comes_once(string script)
    {
        string[] ids = Values(script, "Id").Cast<string>().ToArray();
        Assert.Equal(Rows, ids.Length);
        Assert.Equal(Rows, ids.Distinct().Count());
    }

    [Fact]
    public void The_newest_comes_first_and_Ascending_turns_it_round()
    {
        DateTimeOffset[] times = Values("Get-AiGatewayLog prod-api", "CreatedAt").Cast<DateTimeOffset>().ToArray();
        Assert.Equal(times.OrderDescending(), times);
        DateTimeOffset[] ascending = Values("Get-AiGatewayLog prod-api -Ascending", "CreatedAt").Cast<DateTimeOffset>().ToArray();
        Assert.Equal(times.Order(), ascending);
    }

    [Theory]
    [InlineData("Get-AiGatewayLog prod-api | Select-Object -First 3", 3)]
    [InlineData("Get-AiGatewayLog prod-api -First 3", 3)]
    public void A_consumer_that_stops_early_costs_one_request(string script, int rows)
    {
        Assert.Equal(rows, Run(script).Output.Count);
        Assert.Single(Emulator.Requests());
    }

    [Fact]
    public void Conditions_become_filters_and_metadata_is_matched_in_pairs()
    {
        string[] teams = Values("Get-AiGatewayLog prod-api -Metadata @{ team = 'chat' }", "Metadata").Select(m => (string)((System.Collections.IDictionary)m!)["team"]!).ToArray();
        Assert.NotEmpty(teams);
        Assert.All(teams, t => Assert.Equal("chat", t));
        object?[] all = [.. Values("Get-AiGatewayLog prod-api", "Id")];
        Assert.True(teams.Length < all.Length, "The API matches names and values apart, so the rows of the other team came, too.");
        Assert.Contains(Emulator.Requests(), r => r.Contains("filters=", StringComparison.Ordinal) && r.Contains("metadata.key", StringComparison.Ordinal));
        Assert.DoesNotContain(Emulator.Requests(), r => r.Contains("start_date", StringComparison.Ordinal));
    }

    [Fact]
    public void Bounds_include_their_value()
    {
        decimal cost = Values("Get-AiGatewayLog prod-api", "Cost").OfType<decimal>().Where(c => c > 0).Min();
        Assert.Contains(cost, Values("Get-AiGatewayLog prod-api -MinimumCost $cost".Replace("$cost", cost.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), "Cost").OfType<decimal>());
        Assert.All(Values("Get-AiGatewayLog prod-api -MinimumDuration 500", "Duration").Cast<long>(), d => Assert.True(d >= 500));
    }

    [Fact]
    public void Providers_models_and_filters_narrow_the_rows()
    {
        Assert.All(Values("Get-AiGatewayLog prod-api -Provider openai", "Provider"), p => Assert.Equal("openai", p));
        Assert.All(Values("Get-AiGatewayLog prod-api -Success $false", "Success"), s => Assert.Equal(false, s));
        Assert.All(Values("Get-AiGatewayLog prod-api -Filter (New-AiGatewayLogFilter TokensIn Gt 500)", "TokensIn").Cast<long>(), t => Assert.True(t > 500));
        Assert.All(Values("Get-AiGatewayLog prod-api -Filter @{ key = 'tokens_in'; operator = 'gt'; value = 500 }", "TokensIn").Cast<long>(), t => Assert.True(t > 500));
    }

    [Fact]
    public void A_row_by_its_id_has_the_beginning_of_its_bodies_and_payloads_are_whole()
    {
        PSObject row = Assert.Single(Run("Get-AiGatewayLog prod-api -First 1 | Get-AiGatewayLog").Output);
        Assert.False(string.IsNullOrEmpty((string?)row.Properties["RequestHead"].Value));
        PSObject[] bodies = [.. Run("Get-AiGatewayLog prod-api -First 1 | Get-AiGatewayLogPayload").Output];
        Assert.Equal(["Request", "Response"], bodies.Select(b => b.Properties["Kind"].Value));
        Assert.IsType<System.Collections.IDictionary>(bodies[0].Properties["Content"].Value, exactMatch: false);
    }

    [Fact]
    public void A_missing_body_is_silence_and_a_missing_row_is_an_error()
    {
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["rows"] = new JsonArray(new JsonObject { ["id"] = "bare-row", ["provider"] = "openai", ["model"] = "gpt-4o" }) });
        EngineResult result = Run("Get-AiGatewayLogPayload prod-api bare-row -Verbose");
        Assert.Empty(result.Output);
        Assert.Contains(result.Verbose, v => v.Message.Contains("holds no request body", StringComparison.Ordinal));
        Assert.StartsWith("LogNotFound", RunToError("Get-AiGatewayLogPayload prod-api no-such-row -Kind Request").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Judging_sends_only_what_was_given()
    {
        Run("Get-AiGatewayLog prod-api -First 1 | Set-AiGatewayLog -Feedback Positive; Get-AiGatewayLog prod-api -First 1 | Set-AiGatewayLog -Score $null -Metadata @{ team = 'x' }");
        string[] bodies = Emulator.Journal().Where(r => (string?)r!["method"] == "PATCH").Select(r => (string)r!["body"]!).ToArray();
        Assert.Equal("""{"feedback":1}""", bodies[0]);
        Assert.Equal("""{"score":null,"metadata":{"team":"x"}}""", bodies[1]);
    }

    [Fact]
    public void Removing_counts_first_and_goes_in_rounds()
    {
        Assert.Contains($"Delete 100 of {Rows} matching logs", Run("Remove-AiGatewayLog prod-api -Limit 100 -WhatIf").HostText, StringComparison.Ordinal);
        Run("Remove-AiGatewayLog prod-api -Limit 100 -Confirm:$false");
        Assert.Equal(Rows - 100, Run("Get-AiGatewayLog prod-api").Output.Count);
        Run("Get-AiGatewayLog prod-api -First 5 | Remove-AiGatewayLog -Confirm:$false");
        Assert.Equal(Rows - 105, Run("Get-AiGatewayLog prod-api").Output.Count);
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["count"] = 25_000 });
        Run("Remove-AiGatewayLog prod-api -All -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewayLog prod-api").Output);
        Assert.Equal(3, Emulator.Requests().Count(r => r.StartsWith("DELETE ", StringComparison.Ordinal) && r.Contains("limit=", StringComparison.Ordinal)) - 2);
    }

    [Fact]
    public void Piped_rows_are_removed_fifty_a_call_and_unconfirmed_ones_stay()
    {
        Run("Get-AiGatewayLog prod-api -First 120 | Remove-AiGatewayLog -Confirm:$false");
        Assert.Equal(Rows - 120, Run("Get-AiGatewayLog prod-api").Output.Count);
        Assert.Equal(3, Emulator.Requests().Count(r => r.StartsWith("DELETE ", StringComparison.Ordinal)));
        Run("Get-AiGatewayLog prod-api -First 3 | Remove-AiGatewayLog -WhatIf");
        Assert.Equal(Rows - 120, Run("Get-AiGatewayLog prod-api").Output.Count);
    }

    [Fact]
    public void Figures_count_unpriced_rows_apart_and_agree_with_the_rows()
    {
        PSObject all = Assert.Single(Run("Measure-AiGatewayLog prod-api").Output);
        decimal sum = Values("Get-AiGatewayLog prod-api", "Cost").OfType<decimal>().Sum();
        long unpriced = Run("Get-AiGatewayLog prod-api").Output.Count(r => r.Properties["Cost"].Value is null && r.Properties["Cached"].Value is not true && r.Properties["Success"].Value is not false);
        Assert.Equal((long)Rows, all.Properties["Count"].Value);
        Assert.Equal(sum, Run("(Measure-AiGatewayLog prod-api).Statistics['Cost'].Sum").Output[0].BaseObject);
        Assert.True(unpriced > 0);
        Assert.Equal(unpriced, all.Properties["Unpriced"].Value);
        Assert.Equal(Rows, Values("Get-AiGatewayLog prod-api | Measure-AiGatewayLog -GroupBy Metadata.team", "Count").Cast<long>().Sum());
    }

    [Fact]
    public void Percentiles_are_within_a_percent()
    {
        long[] durations = Values("Get-AiGatewayLog prod-api", "Duration").Cast<long>().Order().ToArray();
        double p95 = (double)Run("(Measure-AiGatewayLog prod-api).Statistics['Duration'].P95").Output[0].BaseObject;
        double exact = durations[(int)Math.Ceiling(0.95 * Rows) - 1];
        Assert.InRange(p95, exact * 0.989, exact * 1.011);
    }

    [Fact]
    public void Logs_that_are_kept_elsewhere_are_a_warning_and_not_an_empty_result()
    {
        Emulator.Post("/_emulator/behaviour", new JsonObject { ["new_log_system"] = true });
        Assert.Contains("Workers Observability", Assert.Single(Run("Get-AiGatewayLog prod-api").Warnings).Message, StringComparison.Ordinal);
        Assert.Empty(Run("Get-AiGatewayLog prod-api").Warnings);
    }

    [Theory]
    [InlineData("Get-AiGatewayLog prod-api -After 2026-02-01 -Before 2026-01-01", "InvalidTimeRange")]
    [InlineData("Get-AiGatewayLog 'Prod API'", "InvalidGatewayName")]
    [InlineData("Get-AiGatewayLog gone-api", "GatewayNotFound")]
    [InlineData("Get-AiGatewayLog prod-api -MinimumCost '0,5'", "ParameterArgumentTransformationError")]
    [InlineData("Remove-AiGatewayLog prod-api", "ConditionRequired")]
    [InlineData("Remove-AiGatewayLog prod-api -MinimumCost 1", "ConditionNotExact")]
    [InlineData("Remove-AiGatewayLog prod-api -Search hello", "ConditionNotExact")]
    [InlineData("Set-AiGatewayLog prod-api x", "InvalidLogJudgement")]
    [InlineData("Set-AiGatewayLog prod-api x -Score 101", "InvalidLogJudgement")]
    [InlineData("New-AiGatewayLogFilter Cost Gt $true", "InvalidLogFilter")]
    public void Bad_input_has_an_id_and_changes_nothing(string script, string id)
    {
        Assert.Equal(id, RunToError(script).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Following_writes_new_rows_once()
    {
        using EngineRun run = Session.BeginRun("Get-AiGatewayLog prod-api -Follow -IntervalSec 1");
        Assert.True(System.Threading.SpinWait.SpinUntil(() => Emulator.Requests().Count >= 1, TimeSpan.FromSeconds(30)));
        string now = DateTimeOffset.UtcNow.AddSeconds(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["rows"] = new JsonArray(new JsonObject { ["id"] = "new-row", ["created_at"] = now, ["provider"] = "openai", ["model"] = "gpt-4o" }) });
        Assert.True(System.Threading.SpinWait.SpinUntil(() => run.Output.Count >= 1, TimeSpan.FromSeconds(30)), "The new row did not come.");
        int looks = Emulator.Requests().Count;
        Assert.True(System.Threading.SpinWait.SpinUntil(() => Emulator.Requests().Count > looks + 2, TimeSpan.FromSeconds(30)));
        run.Stop();
        Assert.Equal(["new-row"], run.Output.Select(o => o.ToString()));
    }
}
