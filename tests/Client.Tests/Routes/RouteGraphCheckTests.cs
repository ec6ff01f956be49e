using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>What is wrong with graphs: element, rule and severity of every finding, and no finding where nothing is wrong.</summary>
public class RouteGraphCheckTests
{
    private const string Everything = """
        [{"id":"start","type":"start","outputs":{"next":{"elementId":"plan"}}},
         {"id":"plan","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"}}},"outputs":{"true":{"elementId":"cheap"},"false":{"elementId":"budget"}}},
         {"id":"budget","type":"rate","properties":{"limitType":"cost","key":"metadata.user_id","limit":5,"window":86400},"outputs":{"success":{"elementId":"split"},"fallback":{"elementId":"cheap"}}},
         {"id":"split","type":"percentage","outputs":{"10%":{"elementId":"big"},"90%":{"elementId":"mid"}}},
         {"id":"big","type":"model","properties":{"provider":"anthropic","model":"claude-sonnet-4-5","timeout":60000,"retries":2},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"mid"}}},
         {"id":"mid","type":"model","properties":{"provider":"openai","model":"gpt-4o-mini","timeout":60000,"retries":2},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"cheap"}}},
         {"id":"cheap","type":"model","properties":{"provider":"workers-ai","model":"@cf/meta/llama-3.1-8b-instruct","timeout":30000,"retries":1},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}},
         {"id":"end","type":"end","outputs":{}}]
        """;

    [Fact]
    public void A_graph_with_everything_in_it_has_no_finding() => Assert.Empty(RouteGraphCheck.Run(Graphs.Read(Everything)));

    [Theory]
    [InlineData("[]", "MissingStart MissingEnd")]
    [InlineData("[MODEL,END]", "MissingStart")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"start","fallback":"start"}}]""", "MissingEnd start:Cycle")]
    [InlineData("""[START,MODEL,END,{"id":"s2","type":"start","outputs":{"next":"m"}}]""", "s2:DuplicateStart")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"end","fallback":"e2"}},END,{"id":"e2","type":"end"}]""", "e2:DuplicateEnd?")]
    [InlineData("[START,MODEL,MODEL,END]", "m:DuplicateId")]
    [InlineData("""[START,MODEL,END,{"type":"end"}]""", ":DuplicateEnd? MissingId :Unreachable?")]
    [InlineData("""[START,{"id":"m","type":"modle"},END]""", "m:UnknownType end:Unreachable?")]
    [InlineData("""[START,{"id":"m"},END]""", "m:UnknownType end:Unreachable?")]
    public void Ends_ids_and_types(string graph, string expected) => AssertFindings(graph, expected);

    [Theory]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":"n"}},END]""", "start:UnknownReference end:Unreachable?")]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":{}}},END]""", "start:UnknownReference end:Unreachable?")]
    [InlineData("""[{"id":"start","type":"start"},END]""", "start:DeadEnd end:Unreachable?")]
    [InlineData("""[START,{"id":"m","type":"percentage"},END]""", "m:DeadEnd end:Unreachable?")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"m","fallback":"end"}},END]""", "m:Cycle")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"end","fallback":"n"}},{"id":"n","type":"model","provider":"a","model":"b","outputs":{"success":"end","fallback":"o"}},{"id":"o","type":"model","provider":"a","model":"b","outputs":{"success":"end","fallback":"n"}},END]""", "n:Cycle")]
    [InlineData("""[START,MODEL,END,{"id":"x","type":"model","provider":"a","model":"b","outputs":{"success":"y","fallback":"end"}},{"id":"y","type":"model","provider":"a","model":"b","outputs":{"success":"x","fallback":"end"}}]""", "x:Unreachable? x:Cycle y:Unreachable?")]
    [InlineData("""[START,MODEL,END,{"id":"x","type":"model","provider":"a","model":"b","outputs":{"success":"end","fallback":"end"}}]""", "x:Unreachable?")]
    [InlineData("""[START,{"id":"m","type":"conditional","conditions":{"a":1},"outputs":{"true":"end"}},END]""", "m:MissingOutput")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"fallback":"end","next":"end"}},END]""", "m:UnknownOutput m:MissingOutput")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"end"}},END]""", "m:MissingFallback?")]
    [InlineData("""[START,{"id":"m","type":"rate","key":"k","limit":1,"limitType":"count","window":1,"outputs":{"success":"end"}},END]""", "m:MissingFallback?")]
    [InlineData("""[START,{"id":"m","type":"end","outputs":{"next":"end"}},END]""", "m:UnknownOutput end:DuplicateEnd?")]
    public void Paths_and_outputs(string graph, string expected) => AssertFindings(graph, expected);

    [Theory]
    [InlineData("""{"40%":"end","50%":"end"}""", "m:ShareSum")]
    [InlineData("""{"60%":"end","50%":"end"}""", "m:ShareSum")]
    [InlineData("""{"10%":"end","20%":"end","30%":"end","15%":"end","16%":"end","9%":"end"}""", "m:TooManyShares")]
    [InlineData("""{"0%":"end","100%":"end"}""", "m:InvalidShare")]
    [InlineData("""{"-10%":"end","110%":"end"}""", "m:InvalidShare m:InvalidShare")]
    [InlineData("""{"half":"end","50%":"end"}""", "m:InvalidShare m:ShareSum")]
    [InlineData("""{"50%":"end","else":"end"}""", "m:InvalidShare m:ShareSum")]
    [InlineData("""{"33.3%":"end","66.7%":"end"}""", "")]
    [InlineData("""{"100%":"end"}""", "")]
    [InlineData("""{"10%":"end","else":"end"}""", "")]
    public void Shares(string outputs, string expected) =>
        AssertFindings("""[START,{"id":"m","type":"percentage","outputs":OUTPUTS},END]""".Replace("OUTPUTS", outputs, StringComparison.Ordinal), expected);

    [Theory]
    [InlineData("rate", "\"key\":\"k\",\"limit\":1,\"limitType\":\"count\"", "m:MissingProperty")]
    [InlineData("rate", "\"window\":1", "m:MissingProperty m:MissingProperty m:MissingProperty")]
    [InlineData("rate", "\"key\":\"k\",\"limit\":-1,\"limitType\":\"count\",\"window\":0", "m:InvalidProperty m:InvalidProperty")]
    [InlineData("rate", "\"key\":\"k\",\"limit\":\"much\",\"limitType\":\"tokens\",\"window\":1.5", "m:InvalidProperty m:InvalidProperty m:InvalidProperty")]
    [InlineData("rate", "\"key\":\"k\",\"limit\":1,\"limitType\":\"count\",\"interval\":60,\"properties\":{\"technique\":\"fixed\"}", "m:OutdatedMember?")]
    [InlineData("model", "\"provider\":\"a\"", "m:MissingProperty")]
    [InlineData("model", "\"provider\":\"\",\"model\":\"b\"", "m:MissingProperty")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"retries\":-1", "m:InvalidProperty")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"timeout\":30", "m:ShortTimeout?")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"timeout\":0", "")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"window\":60", "m:UnusedProperty?")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"timout\":60000", "m:MisspelledMember?")]
    [InlineData("model", "\"provider\":\"a\",\"model\":\"b\",\"properties\":{\"retrys\":2,\"temperature\":1}", "m:MisspelledMember?")]
    public void Properties(string type, string members, string expected) =>
        AssertFindings("[START,{\"id\":\"m\",\"type\":\"" + type + "\"," + members + ",\"outputs\":{\"success\":\"end\",\"fallback\":\"end\"}},END]", expected);

    [Theory]
    [InlineData("""{"metadata.plan":{"$eq":"free"}}""", "")]
    [InlineData("""{"metadata.plan":{"$eq":null}}""", "")]
    [InlineData("""{"metadata.plan":"free","metadata.tier":{"$in":[1,2]}}""", "")]
    [InlineData("""{"$and":[{"a":{"$ne":"x"}},{"$or":[{"b":1},{"c":true}]}]}""", "")]
    [InlineData("""{"a":{"$gt":5}}""", "m:UndocumentedOperator?")]
    [InlineData("null", "m:MissingProperty")]
    [InlineData("\"metadata.plan == free\"", "m:InvalidCondition")]
    [InlineData("[]", "m:InvalidCondition")]
    [InlineData("{}", "m:InvalidCondition")]
    [InlineData("""{"$eq":"free"}""", "m:InvalidCondition")]
    [InlineData("""{"":"free"}""", "m:InvalidCondition")]
    [InlineData("""{"a":{"$eqq":1}}""", "m:InvalidCondition")]
    [InlineData("""{"a":{"b":1}}""", "m:InvalidCondition")]
    [InlineData("""{"a":{}}""", "m:InvalidCondition")]
    [InlineData("""{"a":["x","y"]}""", "m:InvalidCondition")]
    [InlineData("""{"a":{"$in":"x"}}""", "m:InvalidCondition")]
    [InlineData("""{"a":{"$eq":["x"]}}""", "m:InvalidCondition")]
    [InlineData("""{"$and":{"a":1}}""", "m:InvalidCondition")]
    [InlineData("""{"$or":[]}""", "m:InvalidCondition")]
    [InlineData("""{"$or":[1]}""", "m:InvalidCondition")]
    [InlineData("""{"a":{"$and":[{"a":1}]}}""", "m:InvalidCondition")]
    public void Conditions(string condition, string expected) =>
        AssertFindings("""[START,{"id":"m","type":"conditional","properties":{"conditions":CONDITION},"outputs":{"true":"end","false":"end"}},END]""".Replace("CONDITION", condition, StringComparison.Ordinal), expected);

    [Theory]
    [InlineData("""[{"id":"start","type":"start","outputs":{"next":"ends"}},END]""", "leads to 'ends'", "Did you mean 'end'?")]
    [InlineData("""[START,{"id":"m","type":"modle"},END]""", "'modle'", "Did you mean 'model'?")]
    [InlineData("""[START,{"id":"m","type":"percentage","outputs":{"40%":"end","50%":"end"}},END]""", "The shares make 90 %.", "10 % are missing")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","outputs":{"success":"n","fallback":"end"}},{"id":"n","type":"model","provider":"a","model":"b","outputs":{"success":"m","fallback":"end"}},END]""", "m → n → m", "Let 'n' lead onward")]
    [InlineData("""[START,{"id":"m","type":"conditional","conditions":{"":1},"outputs":{"true":"end","false":"end"}},END]""", "empty", "'$eq'")]
    [InlineData("""[START,{"id":"m","type":"model","provider":"a","model":"b","timeout":30,"outputs":{"success":"end","fallback":"end"}},END]""", "30 milliseconds", "30 seconds are 30000")]
    public void A_finding_says_what_and_what_to_do(string graph, string says, string advises)
    {
        AiGatewayRouteFinding finding = RouteGraphCheck.Run(Graphs.Read(graph)).First(f => f.Rule is not RouteRule.Unreachable);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Contains(advises, finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_any_length_is_walked()
    {
        var chain = new StringBuilder("""[{"id":"start","type":"start","outputs":{"next":"e0"}}""");
        for (int i = 0; i < 20_000; i++)
        {
            chain.Append(""",{"id":"eTHIS","type":"conditional","conditions":{"a":1},"outputs":{"true":"eNEXT","false":"eNEXT"}}"""
                .Replace("THIS", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("NEXT", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        AiGatewayRouteElement[] graph = Graphs.Read(chain.Append(""",{"id":"e20000","type":"end"}]""").ToString());
        Assert.Equal(20_002, graph.Length);
        Assert.Empty(RouteGraphCheck.Run(graph));
    }

    /// <summary>Findings as <c>element:Rule</c>, warnings with a question mark.</summary>
    private static void AssertFindings(string graph, string expected)
    {
        IEnumerable<string> found = RouteGraphCheck.Run(Graphs.Read(graph)).Select(f =>
            $"{f.Element}{(f.Element.Length > 0 || f.Rule is RouteRule.DuplicateEnd or RouteRule.Unreachable ? ":" : string.Empty)}{f.Rule}{(f.Severity is RouteFindingSeverity.Warning ? "?" : string.Empty)}");
        Assert.Equal(expected, string.Join(" ", found));
    }
}
