using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Reads what models and the gateway answer.</summary>
internal static class HostAnswers
{
    /// <summary>What a chat in OpenAI's shape says.</summary>
    public static string Says(this Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Body);
        return (string)answer.Json["choices"]![0]!["message"]!["content"]!;
    }

    /// <summary>Status and code of an error of the gateway, which has them three times.</summary>
    public static (int Status, int Code) HostError(this Answer answer)
    {
        JsonNode json = answer.Json;
        Assert.Equal("AiGatewayError", (string)json["name"]!);
        Assert.Equal(answer.Status, (int)json["httpCode"]!);
        Assert.Equal((string)json["message"]!, (string)json["error"]![0]!["message"]!);
        Assert.Equal((int?)json["internalCode"], (int?)json["error"]![0]!["code"]);
        return (answer.Status, (int?)json["internalCode"] ?? 0);
    }

    /// <summary>The data of an event stream, the end mark and comments left out.</summary>
    public static IReadOnlyList<JsonNode> Events(string stream) =>
        [.. stream.Split('\n').Where(static line => line.StartsWith("data: {", System.StringComparison.Ordinal)).Select(static line => JsonNode.Parse(line["data: ".Length..])!)];

    /// <summary>What the chunks of a chat in OpenAI's shape say together.</summary>
    public static string ChunksSay(string stream) =>
        string.Concat(Events(stream).SelectMany(static chunk => chunk["choices"]!.AsArray()).Select(static choice => (string?)choice!["delta"]!["content"]));
}
