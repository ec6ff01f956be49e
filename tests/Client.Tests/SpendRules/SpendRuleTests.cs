using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class SpendRuleTests
{
    private const string First = """{"id":"r1","limit":25,"limitType":"cost","window":86400,"enabled":true,"technique":"sliding","newer":{"deep":[1]}}""";
    private const string Second = """{"id":"r2","limit":2.5,"limitType":"cost","window":3600,"model":{"mode":"filter","values":["gpt"]},"metadata":{"team":{"mode":"filter","values":["x"]},"user":{"mode":"partition"},"odd":{"mode":"orbit"}}}""";

    [Fact]
    public async Task Rules_are_read_flat_with_their_gateway()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}},{{Second}}]}""");
        IReadOnlyList<AiGatewaySpendRule> rules = await bench.Client.SpendRules.ListAsync(Bench.Account, "prod", bench.Call);
        Assert.Equal(["25 USD per day", "2.5 USD per hour"], rules.Select(r => r.ToString()));
        AiGatewaySpendRule rule = rules[1];
        Assert.Equal((Bench.Account, "prod", "r2", true, true), (rule.AccountId, rule.GatewayId, rule.Id, rule.Enabled, rule.SpendLimitsEnabled));
        Assert.Equal(["gpt"], rule.Model!);
        Assert.Equal(["x"], (string[])rule.Metadata!["team"]!);
        Assert.Equal(["user"], rule.PartitionBy!);
        Assert.Single(rule.Metadata);
        Assert.Null(rule.Provider);
        Assert.Equal(RateLimitingTechnique.Sliding, rule.Technique);
    }

    [Theory]
    [InlineData("null", 0, false)]
    [InlineData("{}", 0, false)]
    [InlineData("""{"enabled":1,"rules":{}}""", 0, false)]
    [InlineData("""{"enabled":"true","rules":[{"id":7,"limit":"25","limitType":"cost","window":"60","enabled":0,"metadata":[]}]}""", 1, true)]
    [InlineData("""{"enabled":1,"rules":[{"id":"7","limit":25.0,"limit_type":"cost","window":60.0,"enabled":"false","model":null}]}""", 1, true)]
    public async Task Loose_shapes_are_understood(string limits, int count, bool enabled)
    {
        Bench bench = Serve(limits);
        IReadOnlyList<AiGatewaySpendRule> rules = await bench.Client.SpendRules.ListAsync(Bench.Account, "prod", bench.Call);
        Assert.Equal(count, rules.Count);
        Assert.All(rules, r => Assert.Equal(("7", 25m, 60, false, enabled, "25 USD per minute"), (r.Id, r.Limit, r.Window, r.Enabled, r.SpendLimitsEnabled, r.ToString())));
    }

    [Theory]
    [InlineData(60, "minute")]
    [InlineData(5400, "90 minutes")]
    [InlineData(7200, "2 hours")]
    [InlineData(86400, "day")]
    [InlineData(604800, "week")]
    [InlineData(2592000, "30 days")]
    [InlineData(45, "45 s")]
    [InlineData(0, "0 s")]
    public void Windows_read_well(int seconds, string text) => Assert.Equal("1 USD per " + text, new AiGatewaySpendRule { Limit = 1.00m, Window = seconds }.ToString());

    [Fact]
    public async Task A_change_touches_one_member_of_one_rule()
    {
        Bench bench = Serve($$"""{"enabled":true,"newer":1,"rules":[{{First}},{{Second}}]}""");
        SpendRulePlan plan = (await bench.Client.SpendRules.PlanChangeAsync(Bench.Account, "prod", "r2", Settings(("limit", 5m)), null, bench.Call))!;
        Assert.Equal("Limit: 2.5 → 5", Assert.Single(plan.Differences).ToString());
        Assert.Equal((2.5m, 5m, 1), (plan.Current!.Limit, plan.Preview!.Limit, plan.OtherRules));
        Answer(bench, $$"""{"enabled":true,"rules":[{{First}},{"id":"r2","limit":5,"limitType":"cost","window":3600}]}""");
        AiGatewaySpendRule changed = (await bench.Client.SpendRules.ApplyAsync(plan, bench.Call))!;
        Assert.Equal(5m, changed.Limit);
        JsonNode expected = JsonNode.Parse($$"""{"enabled":true,"newer":1,"rules":[{{First}},{{Second.Replace("2.5", "5", StringComparison.Ordinal)}}]}""")!;
        Assert.True(JsonNode.DeepEquals(expected, Put(bench)["spend_limits"]), Put(bench).ToJsonString());
        Assert.Equal(["GET", "PUT"], bench.Service.Sent.Select(sent => sent.Method));
        Assert.True((bool)Put(bench)["authentication"]!);
    }

    [Fact]
    public async Task Dimensions_are_set_and_cleared_apart_and_modes_that_nobody_knows_stay()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{Second}}]}""");
        SpendRulePlan plan = (await bench.Client.SpendRules.PlanChangeAsync(
            Bench.Account,
            "prod",
            "r2",
            Settings(("model", null), ("provider", (string[])["openai"]), ("metadata", new Dictionary<string, string[]> { ["env"] = ["prod"], ["user"] = ["me"] })),
            null,
            bench.Call))!;
        Assert.Equal(
            ["Model.Values: gpt → null", "Metadata.team.Values: x → null", "Metadata.user.Mode: partition → filter", "Metadata.user.Values: null → me", "Metadata.env.Values: null → prod", "Provider.Values: null → openai"],
            plan.Differences.Select(d => d.ToString()));
        await bench.Client.SpendRules.ApplyAsync(plan, bench.Call);
        JsonNode rule = Put(bench)["spend_limits"]!["rules"]![0]!;
        Assert.False(rule.AsObject().ContainsKey("model"));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"user":{"mode":"filter","values":["me"]},"odd":{"mode":"orbit"},"env":{"mode":"filter","values":["prod"]}}"""), rule["metadata"]), rule.ToJsonString());
    }

    [Fact]
    public async Task Partitions_replace_partitions_only()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{Second}}]}""");
        SpendRulePlan plan = (await bench.Client.SpendRules.PlanChangeAsync(Bench.Account, "prod", "r2", Settings(("partition_by", (string[])["tenant"])), null, bench.Call))!;
        await bench.Client.SpendRules.ApplyAsync(plan, bench.Call);
        Assert.Equal(["team", "odd", "tenant"], Put(bench)["spend_limits"]!["rules"]![0]!["metadata"]!.AsObject().Select(m => m.Key));
        Assert.Equal("partition", (string?)Put(bench)["spend_limits"]!["rules"]![0]!["metadata"]!["tenant"]!["mode"]);
    }

    [Fact]
    public async Task Nothing_is_put_when_nothing_changes()
    {
        Bench bench = Serve($$"""{"enabled":1,"rules":[{{First}}]}""");
        SpendRulePlan plan = (await bench.Client.SpendRules.PlanChangeAsync(
            Bench.Account, "prod", "r1", Settings(("limit", 25.00m), ("window", 86400), ("technique", RateLimitingTechnique.Sliding), ("enabled", true)), true, bench.Call))!;
        Assert.Empty(plan.Differences);
        Assert.Equal("r1", (await bench.Client.SpendRules.ApplyAsync(plan, bench.Call))!.Id);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_new_rule_comes_last_under_an_id_of_its_own_and_switches_the_limits_on()
    {
        Bench bench = Serve($$"""{"enabled":false,"rules":[{{First}}]}""");
        SpendRulePlan plan = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", null, Settings(("limit", 3m), ("window", 60)), true, bench.Call);
        Assert.True(plan.SwitchesOn);
        Assert.Equal(1, plan.OtherRules);
        Assert.Matches("^[0-9a-f]{8}$", plan.Preview!.Id);
        Assert.True(plan.Preview.SpendLimitsEnabled);
        Answer(bench, $$"""{"enabled":true,"rules":[{{First}},{"id":"{{plan.Preview.Id}}","limit":3,"limitType":"cost","window":60}]}""");
        Assert.Equal(plan.Preview.Id, (await bench.Client.SpendRules.ApplyAsync(plan, bench.Call))!.Id);
        JsonNode limits = Put(bench)["spend_limits"]!;
        Assert.True((bool)limits["enabled"]!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(First), limits["rules"]![0]));
        Assert.Equal($$"""{"id":"{{plan.Preview.Id}}","limitType":"cost","limit":3,"window":60}""", limits["rules"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task A_gateway_without_spend_limits_gets_them()
    {
        Bench bench = Serve("null");
        SpendRulePlan plan = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "mine", Settings(("limit", 3m), ("window", 60)), null, bench.Call);
        Assert.False(plan.SwitchesOn);
        await bench.Client.SpendRules.ApplyAsync(plan, bench.Call);
        Assert.Equal("""{"enabled":false,"rules":[{"id":"mine","limitType":"cost","limit":3,"window":60}]}""", Put(bench)["spend_limits"]!.ToJsonString());
    }

    [Fact]
    public async Task A_taken_id_changes_nothing()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}}]}""");
        SpendRulePlan plan = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "r1", Settings(("limit", 3m), ("window", 60)), true, bench.Call);
        Assert.Equal("25 USD per day", plan.Current!.ToString());
        await bench.Client.SpendRules.ApplyAsync(plan, bench.Call);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_removal_leaves_the_others_in_their_order()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}},{{Second}},{"id":"r3","limit":1,"limitType":"cost","window":1}]}""");
        SpendRulePlan plan = (await bench.Client.SpendRules.PlanRemoveAsync(Bench.Account, "prod", "r2", bench.Call))!;
        Assert.Equal(("r2", 2), (plan.Current!.Id, plan.OtherRules));
        Assert.Null(plan.Preview);
        Answer(bench, $$"""{"enabled":true,"rules":[{{First}},{"id":"r3","limit":1,"limitType":"cost","window":1}]}""");
        Assert.Null(await bench.Client.SpendRules.ApplyAsync(plan, bench.Call));
        Assert.Equal(["r1", "r3"], Put(bench)["spend_limits"]!["rules"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(First), Put(bench)["spend_limits"]!["rules"]![0]));
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task A_rule_that_is_not_there_has_no_plan()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}}]}""");
        Assert.Null(await bench.Client.SpendRules.PlanChangeAsync(Bench.Account, "prod", "R1", Settings(("limit", 3m)), null, bench.Call));
        Assert.Null(await bench.Client.SpendRules.PlanRemoveAsync(Bench.Account, "prod", "r9", bench.Call));
    }

    [Fact]
    public async Task Somebody_elses_rule_stays_when_it_came_in_between()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}}]}""");
        SpendRulePlan plan = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "mine", Settings(("limit", 3m), ("window", 60)), true, bench.Call);
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Answer(bench, $$"""{"enabled":true,"rules":[{{First}},{{Second}}]}""");
        await bench.Client.SpendRules.ApplyAsync(plan, bench.Call);
        Assert.Equal(["r1", "r2", "mine"], Put(bench)["spend_limits"]!["rules"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Verbose), text => text.Contains("somebody else", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("change", """{"id":"r1","limit":26,"limitType":"cost","window":86400}""")]
    [InlineData("remove", """{"id":"r1","limit":26,"limitType":"cost","window":86400}""")]
    [InlineData("change", """{"id":"other","limit":1,"limitType":"cost","window":60}""")]
    [InlineData("add", """{"id":"mine","limit":1,"limitType":"cost","window":60}""")]
    public async Task A_rule_that_somebody_else_changed_is_a_conflict_and_is_not_overwritten(string what, string now)
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}}]}""");
        SpendRulePlan plan = what switch
        {
            "add" => await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "mine", Settings(("limit", 3m), ("window", 60)), true, bench.Call),
            "change" => (await bench.Client.SpendRules.PlanChangeAsync(Bench.Account, "prod", "r1", Settings(("limit", 3m)), null, bench.Call))!,
            _ => (await bench.Client.SpendRules.PlanRemoveAsync(Bench.Account, "prod", "r1", bench.Call))!,
        };
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Answer(bench, $$"""{"enabled":true,"rules":[{{now}}]}""");
        AiGatewayException failure = await bench.FailAsync(bench.Client.SpendRules.ApplyAsync(plan, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, failure.Kind);
        Assert.DoesNotContain(bench.Service.Sent, sent => sent.Method == "PUT");
    }

    [Fact]
    public async Task Two_plans_from_one_reading_do_not_undo_each_other()
    {
        Bench bench = Serve($$"""{"enabled":true,"rules":[{{First}}]}""");
        SpendRulePlan one = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "one", Settings(("limit", 1m), ("window", 60)), true, bench.Call);
        SpendRulePlan two = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "two", Settings(("limit", 2m), ("window", 60)), true, bench.Call);
        Answer(bench, $$"""{"enabled":true,"rules":[{{First}},{"id":"one","limit":1,"limitType":"cost","window":60}]}""");
        await bench.Client.SpendRules.ApplyAsync(one, bench.Call);
        await bench.Client.SpendRules.ApplyAsync(two, bench.Call);
        JsonNode last = JsonNode.Parse(bench.Service.Sent.Last(sent => sent.Method == "PUT").Body!)!;
        Assert.Equal(["r1", "one", "two"], last["spend_limits"]!["rules"]!.AsArray().Select(r => (string)r!["id"]!));
    }

    [Fact]
    public async Task A_service_that_drops_the_rule_is_reported()
    {
        Bench bench = Serve("null");
        SpendRulePlan plan = await bench.Client.SpendRules.PlanAddAsync(Bench.Account, "prod", "mine", Settings(("limit", 3m), ("window", 60)), true, bench.Call);
        Assert.Null(await bench.Client.SpendRules.ApplyAsync(plan, bench.Call));
        Assert.Contains("other values", Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Settings(params (string Name, object? Value)[] settings) => settings.ToDictionary(s => s.Name, s => s.Value);

    private static Bench Serve(string limits)
    {
        var bench = new Bench();
        Answer(bench, limits);
        return bench;
    }

    private static void Answer(Bench bench, string limits) => bench.Service.Then(() => Answers.Ok(Gateway(limits)));

    private static string Gateway(string limits) => Answers.Gateway[..^1] + $$""","authentication":true,"spend_limits":{{limits}}}""";

    private static JsonNode Put(Bench bench) => JsonNode.Parse(bench.Service.Sent.Single(sent => sent.Method == "PUT").Body!)!;
}
