using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Every form of an element, old or new, typed or from the API, is read, and written in the current one.</summary>
public class RouteElementReaderTests
{
    [Theory]
    [InlineData(Graphs.Start)]
    [InlineData(Graphs.End)]
    [InlineData(Graphs.Model)]
    [InlineData("""{"id":"c","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"}}},"outputs":{"true":{"elementId":"a"},"false":{"elementId":"b"}}}""")]
    [InlineData("""{"id":"s","type":"percentage","outputs":{"10%":{"elementId":"a"},"90%":{"elementId":"b"}}}""")]
    [InlineData("""{"id":"r","type":"rate","properties":{"key":"metadata.user_id","limit":0.5,"limitType":"cost","window":3600},"outputs":{"success":{"elementId":"a"},"fallback":{"elementId":"b"}}}""")]
    public void The_current_form_comes_back_as_it_was(string json) => Assert.Equal(json, Graphs.Write(Graphs.ReadOne(json)));

    [Theory]
    [InlineData("""{"id":"c","type":"conditional","properties":{"condition":{"metadata.plan":{"$eq":"free"}}},"outputs":{"true":"a","false":"b"}}""", """{"id":"c","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"}}},"outputs":{"true":{"elementId":"a"},"false":{"elementId":"b"}}}""")]
    [InlineData("""{"id":"r","type":"rate_limit","properties":{"limitType":"count","key":"metadata.user_id","limit":100,"interval":3600,"technique":"sliding"},"outputs":{"success":{"elementId":"a"}}}""", """{"id":"r","type":"rate","properties":{"key":"metadata.user_id","limit":100,"limitType":"count","window":3600},"outputs":{"success":{"elementId":"a"}}}""")]
    [InlineData("""{"id":"s","type":"percentage","outputs":{"10%":{"elementId":"a"},"else":{"elementId":"b"},"50%":{"elementId":"c"}}}""", """{"id":"s","type":"percentage","outputs":{"10%":{"elementId":"a"},"40%":{"elementId":"b"},"50%":{"elementId":"c"}}}""")]
    [InlineData("""{"id":"end","type":"end"}""", Graphs.End)]
    [InlineData("""{"type":"End","id":"end","outputs":null,"properties":null}""", Graphs.End)]
    [InlineData("""{"id":"m","type":"model","properties":{"provider":"openai","model":"gpt-4o-mini","retries":"1","timeout":30000.0},"outputs":{"success":{"element_id":"end"},"fallback":{"elementId":"end"}}}""", Graphs.Model)]
    [InlineData("""{"id":"m","type":"model","provider":"openai","model":"gpt-4o-mini","retries":1,"timeout":30000,"outputs":{"SUCCESS":"end","Fallback":"end"}}""", Graphs.Model)]
    [InlineData("""{"id":"r","type":"rate","key":"k","limit":5,"limit_type":"COST","window":60,"outputs":{"success":"a","fallback":"b"}}""", """{"id":"r","type":"rate","properties":{"key":"k","limit":5,"limitType":"cost","window":60},"outputs":{"success":{"elementId":"a"},"fallback":{"elementId":"b"}}}""")]
    [InlineData("""{"id":"s","type":"percentage","outputs":{"10":"a","90 %":"b"}}""", """{"id":"s","type":"percentage","outputs":{"10%":{"elementId":"a"},"90%":{"elementId":"b"}}}""")]
    [InlineData("""{"id":"c","type":"conditional","conditions":{"metadata.plan":"free","$or":[{"a":1},{"b":{"$in":["x"]}}]},"outputs":{"true":"a","false":"b"}}""", """{"id":"c","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"},"$or":[{"a":{"$eq":1}},{"b":{"$in":["x"]}}]}},"outputs":{"true":{"elementId":"a"},"false":{"elementId":"b"}}}""")]
    public void Every_other_form_is_written_as_the_current_one(string json, string written) => Assert.Equal(written, Graphs.Write(Graphs.ReadOne(json)));

    [Fact]
    public void A_model_without_times_gets_those_that_the_API_demands() =>
        Assert.Contains("""{"provider":"openai","model":"x","retries":1,"timeout":60000}""", Graphs.Write(Graphs.ReadOne("""{"id":"m","type":"model","provider":"openai","model":"x"}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"m","type":"model","properties":{"provider":"openai","model":"x","retries":1,"timeout":1,"temperature":0.2},"outputs":{"success":{"elementId":"end","color":"red"}},"label":"Main","position":{"x":1}}""")]
    [InlineData("""{"id":"q","type":"cache","properties":{"ttl":60,"mode":["a"]},"outputs":{"hit":{"elementId":"end"},"miss":{"elementId":"m"}}}""")]
    [InlineData("""{"id":"r","type":"rate","properties":{"key":"k","limit":5,"window":60,"limitType":"tokens"},"outputs":{"success":{"elementId":"a"}}}""")]
    public void What_nobody_knows_survives(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Graphs.Write(Graphs.ReadOne(json)))), Graphs.Write(Graphs.ReadOne(json)));

    [Fact]
    public void What_belongs_to_an_output_goes_with_it()
    {
        AiGatewayRouteElement element = Graphs.ReadOne("""{"id":"m","type":"end","outputs":{"a":{"elementId":"x","color":"red"},"b":{"elementId":"y"}}}""");
        element.Outputs.Remove("a");
        Assert.Equal("""{"id":"m","type":"end","outputs":{"b":{"elementId":"y"}}}""", Graphs.Write(element));
    }

    [Fact]
    public void A_value_that_is_none_is_kept_for_the_check_to_name()
    {
        AiGatewayRouteElement element = Graphs.ReadOne("""{"id":"r","type":"rate","properties":{"key":"k","limit":"much","limitType":"count","interval":1.5}}""");
        Assert.Null(element.Limit);
        Assert.Equal("much", ((IDictionary)element.AdditionalProperties["properties"]!)["limit"]);
        Assert.Equal(1.5, ((IDictionary)element.AdditionalProperties["properties"]!)["window"]);
    }

    [Theory]
    [InlineData("""{"60%":"a","40%":"b","else":"c"}""", "60%,40%,else")]
    [InlineData("""{"50%":"a","else":"c"}""", "50%,else")]
    [InlineData("""{"33.3%":"a","else":"c"}""", "33.3%,66.7%")]
    [InlineData("""{"10.0%":"a","90":"c"}""", "10%,90%")]
    [InlineData("""{"50.0%":"a","50":"c"}""", "50.0%,50%")]
    [InlineData("""{"50%":"a","50.0":"c"}""", "50%,50.0%")]
    public void Shares_have_one_spelling_as_far_as_none_gets_lost(string outputs, string names) =>
        Assert.Equal(names, string.Join(",", Graphs.ReadOne("{\"id\":\"s\",\"type\":\"percentage\",\"outputs\":" + outputs + "}").Outputs.Keys.Cast<string>()));

    [Fact]
    public void An_element_survives_its_own_document()
    {
        foreach (AiGatewayRouteElement element in Graphs.Read("""[MODEL,{"id":"q","type":"cache","properties":{"ttl":60},"outputs":{"hit":{"elementId":"end","x":1}},"label":"L"}]"""))
        {
            Assert.Equal(Graphs.Write(element), Graphs.Write(RouteElementReader.Read(RouteElementCopy.Of(element))));
        }
    }

    [Fact]
    public void Dictionaries_of_any_kind_are_outputs()
    {
        foreach (IDictionary outputs in new IDictionary[] { new Hashtable { ["next"] = "a" }, new Dictionary<string, string> { ["next"] = "a" }, new Dictionary<string, object> { ["next"] = new Hashtable { ["elementId"] = "a" } } })
        {
            Assert.Equal("""{"id":"s","type":"start","outputs":{"next":{"elementId":"a"}}}""", Graphs.Write(new AiGatewayRouteElement { Id = "s", Type = "start", Outputs = outputs }));
        }

        Assert.Equal("""{"id":"s","type":"start","outputs":{}}""", Graphs.Write(new AiGatewayRouteElement { Id = "s", Type = "start", Outputs = null!, AdditionalProperties = null! }));
    }
}
