using System;
using System.Text.Json.Nodes;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class LogFilterWriterTests
{
    [Fact]
    public void No_filter_is_no_parameter() => Assert.Null(LogFilterWriter.Write([]));

    [Fact]
    public void Values_keep_their_kind_and_times_are_UTC_to_the_millisecond()
    {
        var filter = new AiGatewayLogFilter
        {
            Key = LogFilterKey.CreatedAt,
            Operator = LogFilterOperator.Gt,
            Value = ["text", 5, 2.5m, true, null!, new DateTimeOffset(2026, 11, 24, 1, 2, 3, 4, TimeSpan.FromHours(1))],
        };
        Assert.Equal("""[{"key":"created_at","operator":"gt","value":["text",5,2.5,true,null,"2026-11-24T00:02:03.004Z"]}]""", LogFilterWriter.Write([filter]));
    }

    [Theory]
    [InlineData(LogFilterKey.MetadataKey, "metadata.key")]
    [InlineData(LogFilterKey.MetadataValue, "metadata.value")]
    [InlineData(LogFilterKey.CompatibilityMode, "compatibilityMode")]
    [InlineData(LogFilterKey.TokensIn, "tokens_in")]
    [InlineData(LogFilterKey.DlpAction, "dlp_action")]
    public void Keys_have_the_spelling_of_the_API(LogFilterKey key, string wire) =>
        Assert.Equal(wire, (string?)JsonNode.Parse(LogFilterWriter.Write([new AiGatewayLogFilter { Key = key, Value = ["x"] }])!)![0]!["key"]);

    [Fact]
    public void Every_key_and_operator_is_one_of_the_documents()
    {
        JsonNode schema = JsonNode.Parse(System.IO.File.ReadAllText(Repository.Find("tests/ai-gateway.openapi.json")))!["components"]!["schemas"]!["LogFilter"]!["properties"]!;
        Assert.Equal(Wire(schema["key"]!), Array.ConvertAll(Array.FindAll(Enum.GetValues<LogFilterKey>(), k => k != LogFilterKey.Unknown), k => WireSpelling.OfEnum(k)), System.Collections.Generic.EqualityComparer<string>.Default);
        Assert.Equal(Wire(schema["operator"]!), Array.ConvertAll(Array.FindAll(Enum.GetValues<LogFilterOperator>(), o => o != LogFilterOperator.Unknown), o => WireSpelling.OfEnum(o)));
    }

    [Fact]
    public void What_has_no_wire_form_is_refused()
    {
        Assert.Throws<AiGatewayException>(() => LogFilterWriter.Write([new AiGatewayLogFilter { Key = LogFilterKey.Unknown, Value = ["x"] }]));
        Assert.Throws<AiGatewayException>(() => LogFilterWriter.Write([new AiGatewayLogFilter { Key = LogFilterKey.Model, Value = [new object()] }]));
    }

    private static string[] Wire(JsonNode member) => [.. System.Linq.Enumerable.Select(member["enum"]!.AsArray(), v => (string)v!)];
}
