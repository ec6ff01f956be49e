using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public JsonNode Result => Json["result"]!;

    public JsonNode Error => Json["errors"]![0]!;

    public int Code => (int)Error["code"]!;

    /// <summary>The ids of a list.</summary>
    public string[] Ids => [.. Result.AsArray().Select(static item => (string)item!["id"]!)];

    /// <summary>The errors as lines such as <c>body.cache_ttl: Required</c>.</summary>
    public string[] Problems => [.. Json["errors"]!.AsArray().Select(static error =>
        string.Join('.', (error!["path"]?.AsArray() ?? []).Select(static step => step!.ToString())) + ": " + error["message"])];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(static header => header.Key.ToLowerInvariant(), static header => string.Join(", ", header.Value));
        return new Answer((int)response.StatusCode, body, headers);
    }
}
