using System;
using System.Collections;
using System.Collections.Generic;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class SettingsWriterTests
{
    [Fact]
    public void Plain_values_lists_and_maps_become_json()
    {
        var settings = new Dictionary<string, object?>
        {
            ["a"] = 1,
            ["b"] = "x\"ü",
            ["c"] = null,
            ["d"] = new object[] { 1.5, true, 2L },
            ["e"] = new Hashtable { ["k"] = new Uri("https://x.example/y") },
            ["f"] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        Assert.Equal(
            """{"a":1,"b":"x\"ü","c":null,"d":[1.5,true,2],"e":{"k":"https://x.example/y"},"f":"2026-01-01T00:00:00.0000000+00:00"}""",
            new SettingsWriter().Write(settings).ToJsonString(WireJson.Options));
    }

    [Fact]
    public void Settings_classes_use_the_wire_names_and_leave_out_what_is_unset()
    {
        var writer = new SettingsWriter();
        string json = writer.Write(new Dictionary<string, object?>
        {
            ["guardrails"] = new Guardrails { Prompt = new GuardrailCategories { P1 = ContentAction.Block, S13 = ContentAction.Flag } },
            ["spend_limits"] = new SpendLimits
            {
                Enabled = true,
                Rules = [new SpendLimitRule { Limit = 1, Window = 2, Metadata = new Dictionary<string, SpendLimitDimension> { ["Team"] = new() { Mode = SpendLimitMode.Partition } } }],
            },
            ["stripe"] = new StripeSettings { Authorization = Bench.Secret("sk_1") },
            ["log_management_strategy"] = LogManagementStrategy.StopInserting,
        }).ToJsonString();
        Assert.Equal(
            """{"guardrails":{"prompt":{"P1":"BLOCK","S13":"FLAG"},"response":{}},"spend_limits":{"enabled":true,"rules":[{"limit":1,"limitType":"cost","window":2,"metadata":{"Team":{"mode":"partition"}}}]},"stripe":{"authorization":"sk_1","usage_events":[]},"log_management_strategy":"STOP_INSERTING"}""",
            json);
        Assert.Single(writer.Secrets);
    }

    [Fact]
    public void Values_without_a_json_form_are_refused_with_their_place()
    {
        AiGatewayException error = Assert.Throws<AiGatewayException>(
            () => new SettingsWriter().Write(new Dictionary<string, object?> { ["x_y"] = new object[] { 1, new Version(1, 2) } }));
        Assert.Equal("'XY[1]' cannot be a value of type Version.", error.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_json_does_not_know_are_refused(double number) =>
        Assert.Throws<AiGatewayException>(() => new SettingsWriter().Write(new Dictionary<string, object?> { ["x"] = number }));
}
