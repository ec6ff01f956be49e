using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class BehaviourTests : IDisposable
{
    private const string Root = OpenApiCheckedClient.Root + Twin.Gateways;
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task Unknown_members_are_dropped_without_an_error()
    {
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("g", "brand_new", "x"));
        Assert.False(gateway.AsObject().ContainsKey("brand_new"));
    }

    [Fact]
    public async Task A_seeded_gateway_keeps_what_nobody_knows_through_an_update()
    {
        await _twin.App.AddGatewaysAsync(Twin.Account, """{"id":"g","brand_new":{"a":[1,null]},"cache_ttl":5}""", TestContext.Current.CancellationToken);
        JsonNode seeded = (await SendAsync(HttpMethod.Get, Root + "/g", null)).Result;
        Assert.Equal("""{"a":[1,null]}""", seeded["brand_new"]!.ToJsonString());
        Assert.Equal(5, (int)seeded["cache_ttl"]!);
        Assert.True((bool)seeded["collect_logs"]!);

        seeded["cache_ttl"] = 6;
        seeded["otel"] = JsonNode.Parse("""[{"url":"https://a","headers":{},"brand_new":1}]""");
        JsonNode updated = (await SendAsync(HttpMethod.Put, Root + "/g", seeded)).Result;
        Assert.Equal(6, (int)updated["cache_ttl"]!);
        Assert.Equal("""{"a":[1,null]}""", updated["brand_new"]!.ToJsonString());
        Assert.Equal(1, (int)updated["otel"]![0]!["brand_new"]!);

        seeded.AsObject().Remove("brand_new");
        JsonNode replaced = (await SendAsync(HttpMethod.Put, Root + "/g", seeded)).Result;
        Assert.False(replaced.AsObject().ContainsKey("brand_new"));
    }

    [Fact]
    public async Task Keeping_unknown_members_can_be_switched_on_from_the_start()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { KeepUnknownMembers = true };
        Answer created = await SendAsync(HttpMethod.Post, Root, Twin.Body("g", "brand_new", "x"));
        Assert.Equal("x", (string?)created.Result["brand_new"]);
    }

    [Fact]
    public async Task Seeding_known_members_only_leaves_unknown_ones_dropped()
    {
        await _twin.App.AddGatewaysAsync(Twin.Account, """{"id":"g","created_at":"2020-01-01T00:00:00.000Z"}""", TestContext.Current.CancellationToken);
        Assert.False(_twin.App.Behaviour.KeepUnknownMembers);
        Assert.Equal("2020-01-01T00:00:00.000Z", (string?)(await _twin.Client.GetAsync(Twin.Gateways + "/g")).Result["created_at"]);
    }

    [Fact]
    public async Task Seeding_an_unknown_account_fails() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _twin.App.AddGatewaysAsync("none", """{"id":"g"}""", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_create_may_ignore_members_that_only_updates_take()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { CreateDropsUpdateOnlyMembers = true };
        JsonObject body = Twin.Body("g", "store_id", "s");
        body["spend_limits"] = "not even an object";
        body["retry_delay"] = 7;
        JsonNode created = await _twin.CreateAsync(body);
        Assert.Null(created["store_id"]);
        Assert.Null(created["spend_limits"]);
        Assert.Equal(7, (int)created["retry_delay"]!);
        Answer updated = await _twin.Client.PutAsync(Twin.Gateways + "/g", Twin.Body("g", "store_id", "s"));
        Assert.Equal("s", (string?)updated.Result["store_id"]);
    }

    private Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body) =>
        _twin.SendAsync(method, path, body?.ToJsonString(), EmulatorOptions.DefaultToken);
}
