using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Calls to models with routes, keys, providers and prices that were made through the API.</summary>
public sealed class JoinedTests
{
    private const string Account = "/accounts/" + Twin.Account;

    [Fact]
    public async Task A_route_that_was_published_is_called_by_its_name()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonNode elements = JsonNode.Parse("""
            [{"id":"start","type":"start","outputs":{"next":{"elementId":"split"}}},
             {"id":"split","type":"percentage","outputs":{"100%":{"elementId":"a"}}},
             {"id":"a","type":"model","properties":{"provider":"openai","model":"gpt-4o","timeout":1000,"retries":0},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"b"}}},
             {"id":"b","type":"model","properties":{"provider":"anthropic","model":"claude-x","timeout":1000,"retries":0},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}},
             {"id":"end","type":"end","outputs":{}}]
            """)!;
        Assert.Equal(200, (await twin.Inner.Client.PostAsync(Twin.Gateways + "/g/routes", new JsonObject { ["name"] = "support", ["elements"] = elements })).Status);
        Assert.Equal("gpt-4o: Hi", (await twin.CompatAsync(HostTwin.Chat("dynamic/support", "Hi"))).Says());
        twin.App.AddProviderFault(new ProviderFault { Provider = "openai", Status = 500 });
        Assert.Equal("claude-x: Hi", (await twin.CompatAsync(HostTwin.Chat("dynamic/support", "Hi"))).Says());
        Assert.Equal((404, 7005), (await twin.CompatAsync(HostTwin.Chat("dynamic/other", "Hi"))).HostError());
    }

    [Fact]
    public async Task A_key_that_was_stored_is_used_as_soon_as_its_secret_is_ready()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer store = await twin.Inner.Client.PostAsync(Account + "/secrets_store/stores", new JsonObject { ["name"] = "main" });
        Assert.True(store.Status == 200, store.Body);
        string storeId = (string)store.Result["id"]!;
        await twin.SetGatewayAsync($"\"store_id\":\"{storeId}\"");
        var secret = new JsonArray(new JsonObject { ["name"] = "g_openai_default", ["value"] = "sk-mine", ["scopes"] = new JsonArray("ai_gateway") });
        Answer made = await twin.Inner.Client.PostAsync($"{Account}/secrets_store/stores/{storeId}/secrets", secret);
        Assert.True(made.Status == 200, made.Body);
        twin.Time.Advance(TimeSpan.FromMinutes(1));
        Answer key = await twin.Inner.Client.PostAsync(
            Twin.Gateways + "/g/provider_configs",
            new JsonObject { ["alias"] = "default", ["default_config"] = true, ["provider_slug"] = "openai", ["secret_id"] = (string)made.Result[0]!["id"]! });
        Assert.True(key.Status == 200, key.Body);
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"));
        Assert.Equal("gpt-4o: Hi", answer.Says());
        JsonNode row = Assert.Single(await twin.LogsAsync());
        Assert.Equal((true, false), ((bool)row["byok"]!, (bool)row["wholesale"]!));
        answer = await twin.PostAsync("openai/chat/completions", HostTwin.Chat("gpt-4o", "Hi"), "cf-aig-byok-alias: team");
        Assert.Equal((400, 2040), answer.HostError());
        Assert.EndsWith("Configured aliases: default", (string)answer.Json["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_provider_with_a_price_is_called_and_costs()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer provider = await twin.Inner.Client.PostAsync(
            Account + "/ai-gateway/custom-providers", new JsonObject { ["name"] = "Mine", ["slug"] = "mine", ["base_url"] = "https://models.example", ["enable"] = true });
        Assert.True(provider.Status == 200, provider.Body);
        Answer price = await twin.Inner.Client.PostAsync(Account + "/ai-gateway/custom-providers/costs", new JsonObject
        {
            ["account_provider_id"] = (string)provider.Result["id"]!,
            ["model"] = "m",
            ["enable"] = true,
            ["token_pricing"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 10 },
        });
        Assert.True(price.Status == 200, price.Body);
        Assert.Equal("m: Hi", (await twin.CompatAsync(HostTwin.Chat("custom-mine/m", "Hi"), "Authorization: Bearer key")).Says());
        Assert.Equal(1 + 20, (double)Assert.Single(await twin.LogsAsync())["cost"]!);
    }
}
