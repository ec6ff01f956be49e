using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a price, and which one counts.</summary>
public sealed class ModelPriceTests : IAsyncLifetime
{
    private const string Providers = "/accounts/" + Twin.Account + "/ai-gateway/custom-providers";
    private const string Collection = Providers + "/costs";

    private readonly Twin _twin = new();
    private string _provider = string.Empty;

    public async ValueTask InitializeAsync() => _provider = await ProviderAsync("example-llm");

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Prices_come_back_as_text_and_each_way_fills_in_the_other()
    {
        JsonNode older = await CreateAsync("a", ("cost_in", 0.000001m), ("cost_out", 0.000002m));
        Assert.Equal("""{"input_tokens":0.000001,"output_tokens":0.000002}""", (string?)older["token_pricing"]);
        JsonNode newer = await CreateAsync("b", ("token_pricing", new JsonObject { ["input_tokens"] = 0.00000015m, ["total_tokens"] = 1 }));
        Assert.Equal("""{"input_tokens":0.00000015,"total_tokens":1}""", (string?)newer["token_pricing"]);
        Assert.Equal(0.00000015m, (decimal)newer["cost_in"]!);
        Assert.False(newer.AsObject().ContainsKey("cost_out"));
        Assert.Equal(("equals", "tokens", false), ((string?)newer["model_rule"], (string?)newer["cost_type"], (bool)newer["enable"]!));
    }

    [Fact]
    public async Task A_list_without_a_rule_lists_equals_alone()
    {
        await CreateAsync("a");
        await CreateAsync("b", ("model_rule", "contains"), ("enable", true));
        Assert.Equal(["a"], await ModelsAsync(string.Empty));
        Assert.Equal(["b"], await ModelsAsync("?model_rule=contains"));
        Assert.Equal(["b"], await ModelsAsync("?model_rule=contains&enable=true"));
        Assert.Empty(await ModelsAsync("?model_rule=contains&enable=false"));
        Assert.Empty(await ModelsAsync("?cost_type=images"));
        Assert.Empty(await ModelsAsync("?search=zzz"));
        Assert.Equal(["a"], await ModelsAsync($"?account_provider_id={_provider}"));
        Assert.Empty(await ModelsAsync($"?account_provider_id={Guid.Empty}"));
        Assert.Equal(400, (await _twin.Client.GetAsync(Collection + "?model_rule=ends-with")).Status);
    }

    [Fact]
    public async Task A_patch_replaces_the_prices_that_it_names()
    {
        JsonNode price = await CreateAsync("a", ("cost_in", 0.000001m), ("cost_out", 0.000002m));
        Answer answer = await _twin.Client.PatchAsync($"{Collection}/{price["id"]}", new JsonObject { ["token_pricing"] = new JsonObject { ["total_tokens"] = 5 }, ["enable"] = true });
        Assert.Equal("""{"total_tokens":5}""", (string?)answer.Result["token_pricing"]);
        Assert.Equal(0.000001m, (decimal)answer.Result["cost_in"]!);
        Assert.True((bool)answer.Result["enable"]!);
    }

    [Fact]
    public async Task A_price_needs_its_provider_and_is_alone_for_its_model_and_rule()
    {
        Answer orphan = await _twin.Client.PostAsync(Collection, new JsonObject { ["account_provider_id"] = Guid.NewGuid().ToString(), ["model"] = "a" });
        Assert.Equal("body.account_provider_id: Custom provider not found", Assert.Single(orphan.Problems));
        JsonNode first = await CreateAsync("a");
        JsonNode second = await CreateAsync("a", ("model_rule", "contains"));
        foreach (Answer answer in new[]
        {
            await _twin.Client.PostAsync(Collection, Body("a")),
            await _twin.Client.PatchAsync($"{Collection}/{second["id"]}", new JsonObject { ["model_rule"] = "equals" }),
        })
        {
            Assert.Equal(400, answer.Status);
            Assert.Contains("already exists", (string?)answer.Error["message"], StringComparison.Ordinal);
        }

        Assert.Equal(200, (await _twin.Client.PatchAsync($"{Collection}/{first["id"]}", new JsonObject { ["model"] = "a" })).Status);
    }

    [Fact]
    public async Task Prices_go_with_their_provider()
    {
        string other = await ProviderAsync("other");
        await CreateAsync("a");
        await CreateAsync("b", ("account_provider_id", other));
        await _twin.Client.DeleteAsync($"{Providers}/{_provider}");
        Assert.Equal(["b"], await ModelsAsync(string.Empty));
    }

    [Fact]
    public async Task A_price_is_deleted_alone()
    {
        JsonNode price = await CreateAsync("a");
        Assert.Equal(200, (await _twin.Client.DeleteAsync($"{Collection}/{price["id"]}")).Status);
        Assert.Equal(404, (await _twin.Client.GetAsync($"{Collection}/{price["id"]}")).Status);
        Assert.Equal(200, (await _twin.Client.GetAsync($"{Providers}/{_provider}")).Status);
    }

    [Theory]
    [InlineData("gpt-4", "equals gpt-4")]
    [InlineData("gpt-4-large", "starts-with gpt-4")]
    [InlineData("gpt-5", "starts-with gpt-")]
    [InlineData("my-large", "contains large")]
    [InlineData("my-gpt", "contains g")]
    [InlineData("small", null)]
    [InlineData("off", null)]
    public async Task Equal_names_count_first_then_the_longest_beginning_then_the_longest_part(string model, string? expected)
    {
        foreach ((string rule, string name) in new[] { ("contains", "g"), ("contains", "large"), ("starts-with", "gpt-"), ("starts-with", "gpt-4"), ("equals", "gpt-4") })
        {
            await CreateAsync(name, ("model_rule", rule), ("enable", true));
        }

        await CreateAsync("off", ("enable", false));
        var tables = new StateTables();
        foreach ((string path, DocumentTable table) in new[] { (Providers, CustomProviderTable.Of(tables, Twin.Account)), (Collection, ModelPriceTable.Of(tables, Twin.Account)) })
        {
            foreach (string rule in new[] { "equals", "starts-with", "contains" })
            {
                foreach (JsonNode? item in (await _twin.Client.GetAsync($"{path}?model_rule={rule}")).Result.AsArray())
                {
                    table.Put(item!.AsObject().ToDocument((string)item["id"]!, DateTimeOffset.UnixEpoch));
                }
            }
        }

        ModelPriceEntry? price = ModelPriceTable.FindByProvider(tables, Twin.Account, "custom-example-llm", model);
        Assert.Equal(expected, price is null ? null : $"{price.Rule} {price.Model}");
        Assert.Null(ModelPriceTable.FindByProvider(tables, Twin.Account, "example-llm", model));
    }

    [Fact]
    public void What_a_call_needs_is_read_from_what_is_stored()
    {
        var tables = new StateTables();
        CustomProviderTable.Of(tables, "a").Put(((JsonObject)JsonNode.Parse("""{"id":"p","slug":"s","base_url":"https://x.example","enable":true,"headers":"{\"X-Key\":\"v\",\"n\":1}"}""")!).ToDocument("p", DateTimeOffset.UnixEpoch));
        ModelPriceTable.Of(tables, "a").Put(((JsonObject)JsonNode.Parse("""{"id":"c","account_provider_id":"p","model":"m","enable":true,"cost_in":2e-06,"cost_out":0.00001,"token_pricing":"{\"input_tokens\":0.000001,\"input_cached_tokens\":0}"}""")!).ToDocument("c", DateTimeOffset.UnixEpoch));
        CustomProviderEntry provider = CustomProviderTable.Find(tables, "a", "s")!;
        Assert.Equal(("p", "https://x.example", true, "v", "1"), (provider.Id, provider.BaseUrl, provider.IsEnabled, provider.Headers["x-key"], provider.Headers["n"]));
        Assert.Null(CustomProviderTable.Find(tables, "b", "s"));
        ModelPriceEntry price = ModelPriceTable.Find(tables, "a", "p", "m")!;
        Assert.Equal((0.000001m, 0.00001m, 0m), (price.Units["input_tokens"], price.Units["output_tokens"], price.Units["input_cached_tokens"]));
    }

    private JsonObject Body(string model) => new() { ["account_provider_id"] = _provider, ["model"] = model };

    private async Task<string> ProviderAsync(string slug) =>
        (string)(await _twin.Client.PostAsync(Providers, new JsonObject { ["name"] = slug, ["slug"] = slug, ["base_url"] = "https://llm.example.com" })).Result["id"]!;

    private async Task<string[]> ModelsAsync(string query) =>
        [.. (await _twin.Client.GetAsync(Collection + query)).Result.AsArray().Select(p => (string)p!["model"]!)];

    private async Task<JsonNode> CreateAsync(string model, params (string Name, JsonNode? Value)[] members)
    {
        JsonObject body = Body(model);
        foreach ((string name, JsonNode? value) in members)
        {
            body[name] = value;
        }

        Answer answer = await _twin.Client.PostAsync(Collection, body);
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Result;
    }
}
