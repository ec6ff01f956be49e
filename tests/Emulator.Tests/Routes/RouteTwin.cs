using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>A twin with gateway <c>g</c>, and what tests of routes write again and again.</summary>
internal static class RouteTwin
{
    public const string Routes = Twin.Gateways + "/g/routes";

    public static async Task<Twin> MakeAsync(EmulatorOptions? options = null)
    {
        var twin = new Twin(options);
        await twin.CreateAsync(Twin.Body("g"));
        return twin;
    }

    /// <summary>start → m → end, with a model of that name.</summary>
    public static JsonArray Graph(string model = "gpt-4o-mini") => JsonNode.Parse("""
        [{"id":"start","type":"start","outputs":{"next":{"elementId":"m"}}},
         {"id":"m","type":"model","properties":{"provider":"openai","model":"MODEL","retries":1,"timeout":30000},
          "outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}},
         {"id":"end","type":"end","outputs":{}}]
        """.Replace("MODEL", model, System.StringComparison.Ordinal))!.AsArray();

    public static JsonObject Body(string name, JsonArray? elements = null) => new() { ["name"] = name, ["elements"] = elements ?? Graph() };

    public static async Task<JsonNode> AddAsync(this Twin twin, string name, JsonArray? elements = null)
    {
        Answer answer = await twin.Client.PostAsync(Routes, Body(name, elements));
        Assert.Equal(200, answer.Status);
        return answer.Result;
    }

    /// <summary>Saves a version.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> SaveAsync(this Twin twin, JsonNode route, JsonArray elements)
    {
        Answer answer = await twin.Client.PostAsync($"{Routes}/{route["id"]}/versions", new JsonObject { ["elements"] = elements });
        Assert.Equal(200, answer.Status);
        return (string)answer.Result["version_id"]!;
    }

    public static Task<Answer> DeployAsync(this Twin twin, JsonNode route, string version) =>
        twin.Client.PostAsync($"{Routes}/{route["id"]}/deployments", new JsonObject { ["version_id"] = version });

    public static async Task<JsonNode> GetAsync(this Twin twin, JsonNode route) => (await twin.Client.GetAsync($"{Routes}/{route["id"]}")).Result;

    public static string ModelOf(JsonNode elements) => (string)elements[1]!["properties"]!["model"]!;
}
