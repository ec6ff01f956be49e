using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Every limit that the document gives for a member of a gateway, at the limit and one beyond it.</summary>
public sealed class GatewayLimitTests : IDisposable
{
    private readonly Twin _twin = new();

    public static TheoryData<string, string, string> Limits
    {
        get
        {
            var limits = new TheoryData<string, string, string>();
            foreach (KeyValuePair<string, JsonNode?> member in OpenApiDocument.Instance.Schemas["GatewayUpdate"]!["properties"]!.AsObject())
            {
                Add(limits, member.Key, member.Value!, "minimum", static limit => (limit, limit - 1));
                Add(limits, member.Key, member.Value!, "maximum", static limit => (limit, limit + 1));
                Add(limits, member.Key, member.Value!, "minLength", static limit => (Text(limit), Text(limit - 1)));
                Add(limits, member.Key, member.Value!, "maxLength", static limit => (Text(limit), Text(limit + 1)));
            }

            return limits;
        }
    }

    public void Dispose() => _twin.Dispose();

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Limits_are_kept(string member, string inside, string outside)
    {
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("inside", member, JsonNode.Parse(inside)));
        Assert.Equal(inside, gateway[member]!.ToJsonString());
        Answer refused = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("outside", member, JsonNode.Parse(outside)));
        Assert.Equal((400, 7001), (refused.Status, refused.Code));
        Assert.Equal($"""["body","{member}"]""", refused.Error["path"]!.ToJsonString());
    }

    [Fact]
    public async Task Twenty_spend_rules_are_allowed()
    {
        JsonNode Limits(int count) => new JsonObject { ["rules"] = new JsonArray([.. Enumerable.Range(1, count).Select(i => new JsonObject { ["limit"] = i, ["limitType"] = "cost", ["window"] = 60 })]) };
        await _twin.CreateAsync(Twin.Body("twenty", "spend_limits", Limits(20)));
        Answer refused = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("more", "spend_limits", Limits(21)));
        Assert.Equal(["body.spend_limits.rules: Array must contain at most 20 element(s)"], refused.Problems);
    }

    [Fact]
    public void The_document_has_limits_to_test() => Assert.Equal(11, Limits.Count);

    private static void Add(TheoryData<string, string, string> limits, string member, JsonNode schema, string keyword, Func<int, (JsonNode Inside, JsonNode Outside)> make)
    {
        if (schema[keyword] is JsonNode limit)
        {
            (JsonNode inside, JsonNode outside) = make((int)limit);
            limits.Add(member, inside.ToJsonString(), outside.ToJsonString());
        }
    }

    private static JsonNode Text(int length) => new string('x', length);
}
