using System;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>When two graphs are the same, and what is said when they are not.</summary>
public class RouteGraphDifferenceTests
{
    [Theory]
    [InlineData(Graphs.Simple, "[END,START,MODEL]")]
    [InlineData(Graphs.Simple, """[{"outputs":{"next":"m"},"type":"start","id":"start","properties":{}},{"outputs":{"fallback":{"elementId":"end"},"success":{"elementId":"end"}},"properties":{"timeout":30000.0,"retries":"1","model":"gpt-4o-mini","provider":"openai"},"id":"m","type":"model"},{"id":"end","type":"end"}]""")]
    [InlineData("""[{"id":"c","type":"conditional","conditions":{"a":"x","b":{"$in":[1,2]}}}]""", """[{"id":"c","type":"conditional","properties":{"condition":{"b":{"$in":[1.0,2]},"a":{"$eq":"x"}}}}]""")]
    [InlineData("""[{"id":"r","type":"rate_limit","properties":{"interval":60,"technique":"fixed"}}]""", """[{"id":"r","type":"rate","properties":{"window":60}}]""")]
    [InlineData("""[{"id":"s","type":"percentage","outputs":{"10%":"a","else":"b"}}]""", """[{"id":"s","type":"percentage","outputs":{"90%":"b","10%":"a"}}]""")]
    public void Order_spelling_and_form_mean_nothing(string one, string other)
    {
        Assert.Empty(RouteGraphDifference.Find(Graphs.Read(one), Graphs.Read(other)));
        Assert.Empty(RouteGraphDifference.Find(Graphs.Read(other), Graphs.Read(one)));
    }

    [Theory]
    [InlineData("\"gpt-4o-mini\"", "\"gpt-4.1\"", "m.Model: gpt-4o-mini → gpt-4.1")]
    [InlineData("\"retries\":1", "\"retries\":2", "m.Retries: 1 → 2")]
    [InlineData("\"fallback\":{\"elementId\":\"end\"}", "\"fallback\":{\"elementId\":\"other\"}", "m.Outputs.fallback: end → other")]
    [InlineData(",\"fallback\":{\"elementId\":\"end\"}", "", "m.Outputs.fallback: end → (none)")]
    [InlineData("\"type\":\"model\"", "\"type\":\"cache\"", "m.Type: model → cache")]
    [InlineData("\"retries\":1", "\"retries\":1,\"temperature\":0.5", "m.Temperature: (none) → 0.5")]
    public void A_changed_member_is_named_with_both_values(string from, string to, string says) =>
        Assert.Equal(says, Assert.Single(RouteGraphDifference.Find(Graphs.Read(Graphs.Simple), Graphs.Read(Graphs.Simple.Replace(from, to, StringComparison.Ordinal)))).ToString());

    [Fact]
    public void Elements_come_and_go()
    {
        string other = Graphs.Simple.Replace("\"id\":\"m\"", "\"id\":\"n\"", StringComparison.Ordinal);
        Assert.Equal(
            ["n: (none) → model openai gpt-4o-mini, success → end, fallback → end", "m: model openai gpt-4o-mini, success → end, fallback → end → (none)"],
            RouteGraphDifference.Find(Graphs.Read(Graphs.Simple), Graphs.Read(other)).Select(d => d.ToString()));
    }

    [Fact]
    public void Conditions_and_shares_are_shown_as_people_read_them()
    {
        AiGatewayRouteElement[] old = Graphs.Read("""[{"id":"c","type":"conditional","conditions":{"metadata.plan":"free"}},{"id":"s","type":"percentage","outputs":{"10%":"a","90%":"b"}}]""");
        AiGatewayRouteElement[] wanted = Graphs.Read("""[{"id":"c","type":"conditional","conditions":{"$or":[{"metadata.plan":{"$in":["free","trial"]}},{"n":{"$ne":1}}]}},{"id":"s","type":"percentage","outputs":{"20%":"a","80%":"b"}}]""");
        Assert.Equal(
            ["c.Conditions: metadata.plan = 'free' → (metadata.plan in ('free', 'trial') or n != 1)", "s.Outputs: 10% a, 90% b → 20% a, 80% b"],
            RouteGraphDifference.Find(old, wanted).Select(d => d.ToString()));
    }

    [Fact]
    public void What_a_wish_leaves_open_is_taken_from_what_is_there()
    {
        AiGatewayRouteElement[] present = Graphs.Read("""[{"id":"m","type":"model","properties":{"provider":"a","model":"b","retries":3,"timeout":9000,"temperature":1},"outputs":{"success":{"elementId":"end","color":"red"},"fallback":{"elementId":"x","color":"blue"}},"position":{"x":1}}]""");
        AiGatewayRouteElement[] wanted = Graphs.Read("""[{"id":"m","type":"model","provider":"a","model":"c","outputs":{"success":"end"}}]""");
        AiGatewayRouteElement[] completed = RouteGraphCompletion.Complete(wanted, present);
        Assert.Equal(
            """{"id":"m","type":"model","properties":{"provider":"a","model":"c","retries":3,"timeout":9000,"temperature":1},"outputs":{"success":{"elementId":"end","color":"red"}},"position":{"x":1}}""",
            Graphs.Write(completed[0]));
        Assert.Null(wanted[0].Timeout);
        Assert.Equal(["m.Model: b → c", "m.Outputs.fallback: x { color: 'blue' } → (none)"], RouteGraphDifference.Find(present, completed).Select(d => d.ToString()));
    }

    [Fact]
    public void An_element_of_another_type_is_another_element()
    {
        AiGatewayRouteElement[] present = Graphs.Read("""[{"id":"m","type":"cache","timeout":9000,"label":"x"}]""");
        Assert.Equal(
            """{"id":"m","type":"model","properties":{"provider":"a","model":"b","retries":1,"timeout":60000},"outputs":{}}""",
            Graphs.Write(RouteGraphCompletion.Complete(Graphs.Read("""[{"id":"m","type":"model","provider":"a","model":"b"}]"""), present)[0]));
    }
}
