using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a custom provider.</summary>
public sealed class CustomProviderTests : IDisposable
{
    private const string Collection = "/accounts/" + Twin.Account + "/ai-gateway/custom-providers";
    private const string NoSuchId = "00000000-0000-0000-0000-000000000000";

    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_create_is_off_unless_it_says_otherwise()
    {
        JsonNode provider = await CreateAsync("example-llm");
        Assert.False((bool)provider["enable"]!);
        Assert.False((bool)provider["beta"]!);
        Assert.Equal(0, (int)provider["position"]!);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)provider["created_at"]);
        Assert.True(Guid.TryParse((string?)provider["id"], out _));
        Assert.True((bool)(await CreateAsync("other", "enable", true))["enable"]!);
    }

    [Fact]
    public async Task The_documents_example_is_taken_and_comes_back()
    {
        JsonNode create = OpenApiDocument.Instance.Root["paths"]!["/accounts/{account_id}/ai-gateway/custom-providers"]!["post"]!;
        JsonObject body = create["requestBody"]!["content"]!["application/json"]!["example"]!.AsObject();
        Answer answer = await _twin.Client.PostAsync(Collection, body.DeepClone());
        Assert.All(body, member => Assert.True(JsonNode.DeepEquals(member.Value, answer.Result[member.Key]), member.Key));
    }

    [Fact]
    public async Task The_list_is_sorted_by_position_and_name_filtered_and_searched()
    {
        await CreateAsync("c", "position", 2);
        await CreateAsync("b", "enable", true);
        await CreateAsync("a", "beta", true);
        Assert.Equal(["a", "b", "c"], await SlugsAsync(string.Empty));
        Assert.Equal(["b"], await SlugsAsync("?enable=true"));
        Assert.Equal(["a", "c"], await SlugsAsync("?enable=false"));
        Assert.Equal(["a"], await SlugsAsync("?beta=true"));
        Assert.Equal(["c"], await SlugsAsync("?search=Name%20C"));
        Assert.Equal(["b"], await SlugsAsync("?page=2&per_page=1"));
        Answer bad = await _twin.Client.GetAsync(Collection + "?enable=perhaps&page=0");
        Assert.Equal(["query.page: Number must be greater than or equal to 1", "query.enable: Expected boolean, received string"], bad.Problems);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_the_time()
    {
        JsonNode provider = await CreateAsync("example-llm", "description", "old");
        _twin.Time.Advance(TimeSpan.FromSeconds(1));
        Answer answer = await PatchAsync(provider, new JsonObject { ["enable"] = true, ["logo"] = "https://l.example", ["headers"] = "{\"x-team\":\"ai\"}" });
        Assert.True((bool)answer.Result["enable"]!);
        Assert.Equal(("old", "https://l.example", "{\"x-team\":\"ai\"}"), ((string?)answer.Result["description"], (string?)answer.Result["logo"], (string?)answer.Result["headers"]));
        Assert.Equal("2026-10-15T08:00:01.123Z", (string?)answer.Result["modified_at"]);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)answer.Result["created_at"]);
        Assert.Equal(answer.Result.ToJsonString(), (await _twin.Client.GetAsync($"{Collection}/{provider["id"]}")).Result.ToJsonString());
    }

    [Theory]
    [InlineData("slug", "\"a b\"", "body.slug: Invalid")]
    [InlineData("base_url", "\"http://llm.example.com\"", "body.base_url: Invalid")]
    [InlineData("base_url", "\"https://\"", "body.base_url: Invalid")]
    [InlineData("headers", "\"no json\"", "body.headers: Invalid JSON")]
    [InlineData("headers", "\"[]\"", "body.headers: Invalid JSON")]
    [InlineData("headers", "{}", "body.headers: Expected string, received object")]
    [InlineData("enable", "1", "body.enable: Expected boolean, received number")]
    [InlineData("name", "null", "body.name: Expected string, received null")]
    [InlineData("position", "1.5", "body.position: Expected integer, received float")]
    public async Task Bad_members_are_refused_by_create_and_patch(string member, string value, string problem)
    {
        Answer create = await _twin.Client.PostAsync(Collection, Body("x", member, JsonNode.Parse(value)));
        Assert.Equal((400, problem), (create.Status, Assert.Single(create.Problems)));
        JsonNode provider = await CreateAsync("y");
        Answer patch = await PatchAsync(provider, new JsonObject { [member] = JsonNode.Parse(value) });
        Assert.Equal((400, problem), (patch.Status, Assert.Single(patch.Problems)));
    }

    [Fact]
    public async Task Headers_have_8192_characters_at_most()
    {
        string longest = $"{{\"x\":\"{new string('a', 8192 - 8)}\"}}";
        Assert.Equal(200, (await _twin.Client.PostAsync(Collection, Body("x", "headers", longest))).Status);
        Answer answer = await _twin.Client.PostAsync(Collection, Body("y", "headers", longest.Replace("a", "aa", StringComparison.Ordinal)));
        Assert.Equal("body.headers: String must contain at most 8192 character(s)", Assert.Single(answer.Problems));
    }

    [Fact]
    public async Task A_slug_is_taken_once_per_account_also_by_a_patch()
    {
        await CreateAsync("a");
        JsonNode b = await CreateAsync("b");
        foreach (Answer answer in new[] { await _twin.Client.PostAsync(Collection, Body("a")), await PatchAsync(b, new JsonObject { ["slug"] = "a" }) })
        {
            Assert.Equal((400, 7001), (answer.Status, answer.Code));
            Assert.Contains("already exists", (string?)answer.Error["message"], StringComparison.Ordinal);
        }

        Assert.Equal(200, (await PatchAsync(b, new JsonObject { ["slug"] = "b" })).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_no_id_is_invalid()
    {
        foreach (string path in new[] { Collection, Collection + "/costs" })
        {
            Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.GetAsync($"{path}/{NoSuchId}")));
            Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.PatchAsync($"{path}/{NoSuchId}", new JsonObject())));
            Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.DeleteAsync($"{path}/{NoSuchId}")));
            Assert.Equal((400, 7001), StatusAndCode(await _twin.Client.GetAsync($"{path}/example-llm")));
        }
    }

    [Fact]
    public async Task Reading_needs_less_than_writing()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRead] });
        Assert.Equal(200, (await _twin.Client.GetAsync(Collection, "reader")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(Collection, Body("x"), "reader")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(Collection + "/costs", Body("x"), "reader")).Status);
    }

    [Fact]
    public async Task Providers_and_prices_outlive_the_twin()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator-custom-");
        try
        {
            string path = Path.Combine(folder.FullName, "state.json");
            JsonNode provider, price;
            using (var first = new Twin(new EmulatorOptions { TimeProvider = Twin.MakeClock(), StatePath = path }))
            {
                provider = (await first.Client.PostAsync(Collection, Body("kept"))).Result;
                price = (await first.Client.PostAsync(Collection + "/costs", new JsonObject { ["account_provider_id"] = (string?)provider["id"], ["model"] = "m", ["cost_in"] = 0.00000015m })).Result;
            }

            using var second = new Twin(new EmulatorOptions { TimeProvider = Twin.MakeClock(), StatePath = path });
            Assert.Equal(provider.ToJsonString(), (await second.Client.GetAsync($"{Collection}/{provider["id"]}")).Result.ToJsonString());
            Assert.Equal(price.ToJsonString(), (await second.Client.GetAsync($"{Collection}/costs/{price["id"]}")).Result.ToJsonString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Status, int Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);

    private static JsonObject Body(string slug) => new() { ["name"] = "Name " + slug, ["slug"] = slug, ["base_url"] = "https://llm.example.com" };

    private static JsonObject Body(string slug, string member, JsonNode? value)
    {
        JsonObject body = Body(slug);
        body[member] = value;
        return body;
    }

    private Task<Answer> PatchAsync(JsonNode provider, JsonObject body) => _twin.Client.PatchAsync($"{Collection}/{provider["id"]}", body);

    private async Task<string[]> SlugsAsync(string query) =>
        [.. (await _twin.Client.GetAsync(Collection + query)).Result.AsArray().Select(p => (string)p!["slug"]!)];

    private Task<JsonNode> CreateAsync(string slug) => CreateAsync(slug, "name", "Name " + slug);

    private async Task<JsonNode> CreateAsync(string slug, string member, JsonNode? value)
    {
        Answer answer = await _twin.Client.PostAsync(Collection, Body(slug, member, value));
        Assert.Equal(200, answer.Status);
        return answer.Result;
    }
}
