using System.Text;
using System.Text.Json;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Rows in the documented form and in those that live answers were seen to have.</summary>
public class LogRowTests
{
    [Fact]
    public void Documented_and_drifted_rows_read_alike()
    {
        AiGatewayLog documented = Read("""{"id":"a","cached":true,"success":false,"created_at":"2026-11-24T01:02:03.004Z","tokens_in":5,"tokens_out":null,"cost":0.25,"duration":7,"metadata":"{\"team\":\"x\",\"n\":2}"}""");
        AiGatewayLog drifted = Read("""{"id":"a","cached":1,"success":0,"created_at":"2026-11-24T01:02:03.004Z","tokens_in":"5","cost":"0.25","duration":7.0,"metadata":{"team":"x","n":2}}""");
        foreach (AiGatewayLog row in new[] { documented, drifted })
        {
            Assert.True(row.Cached);
            Assert.False(row.Success);
            Assert.Equal(5, row.TokensIn);
            Assert.Null(row.TokensOut);
            Assert.Equal(0.25m, row.Cost);
            Assert.Equal(7, row.Duration);
            Assert.Equal("x", row.Metadata["team"]);
            Assert.Equal(2L, row.Metadata["n"]);
        }
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("[1]", 0)]
    [InlineData("\"no JSON\"", 1)]
    [InlineData("\"{ cut\"", 1)]
    public void Metadata_of_another_shape_does_not_fail_the_row(string metadata, int entries) =>
        Assert.Equal(entries, Read($$"""{"id":"a","created_at":"2026-11-24T01:02:03Z","metadata":{{metadata}}}""").Metadata.Count);

    [Fact]
    public void Members_that_nobody_knows_are_kept()
    {
        AiGatewayLog row = Read("""{"id":"a","created_at":"2026-11-24T01:02:03Z","timings":{"total":5},"byok":true}""");
        Assert.Equal(true, row.AdditionalProperties["byok"]);
        Assert.Contains("timings", row.AdditionalProperties.Keys);
    }

    [Theory]
    [InlineData("{\"model\":\"m\"}", "{\"model\":\"m\"}")]
    [InlineData("plain text", "plain text")]
    [InlineData("{\"success\":true,\"result\":{\"model\":\"m\"}}", "{\"model\":\"m\"}")]
    [InlineData("{\"success\":true,\"result\":\"plain\"}", "plain")]
    public void Bodies_come_raw_or_in_an_envelope(string body, string text) => Assert.Equal(text, LogBodyReader.Read(Encoding.UTF8.GetBytes(body))!.Text);

    [Fact]
    public void An_empty_body_is_none() => Assert.Null(LogBodyReader.Read([]));

    private static AiGatewayLog Read(string json) => JsonSerializer.Deserialize<AiGatewayLog>(json, WireJson.Options)!;
}
