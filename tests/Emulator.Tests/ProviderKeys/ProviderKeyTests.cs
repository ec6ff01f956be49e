using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class ProviderKeyTests : IDisposable
{
    private readonly SecretTwin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_key_needs_a_store_and_an_active_secret_of_the_right_name()
    {
        await _twin.MakeGatewayAsync(null);
        Assert.Equal((400, 7001), StatusAndCode(await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: "x"))));
        string store = await _twin.MakeStoreAsync();
        await LinkAsync(store);
        Answer none = await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key());
        Assert.Equal((400, 7001, "secret was not found"), (none.Status, none.Code, (string?)none.Error["message"]));

        string secret = await _twin.MakeSecretAsync(store, SecretTwin.Secret("g_openai_default"));
        string other = await _twin.MakeSecretAsync(store, SecretTwin.Secret("else"));
        string closed = await _twin.MakeSecretAsync(store, SecretTwin.Secret("g_groq_default", SecretTwin.Canary, "workers"));
        Assert.Equal((400, 7001), StatusAndCode(await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: secret))));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(400, (await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: other))).Status);
        Assert.Equal(400, (await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(provider: "groq", secretId: closed))).Status);

        JsonNode key = (await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: secret))).Result;
        Assert.Equal((secret, "sk-****cdef", "g", 60), ((string?)key["secret_id"], (string?)key["secret_preview"], (string?)key["gateway_id"], (int)key["rate_limit_period"]!));
        Assert.Equal((string?)key["id"], Assert.Single((await _twin.Client.GetAsync(SecretTwin.Keys())).Ids));
        Answer taken = await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: secret));
        Assert.Equal((400, 7001), StatusAndCode(taken));
        Assert.Contains("already exists", (string?)taken.Error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_its_value_makes_the_secret()
    {
        string store = await _twin.MakeStoreAsync();
        await _twin.MakeGatewayAsync(store);
        JsonNode key = (await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key("blue", secret: SecretTwin.Canary))).Result;
        JsonNode secret = (await _twin.Client.GetAsync($"{SecretTwin.Secrets(store)}/{key["secret_id"]}")).Result;
        Assert.Equal(("g_openai_blue", "pending"), ((string?)secret["name"], (string?)secret["status"]));
    }

    [Fact]
    public async Task Bodies_are_validated()
    {
        await _twin.MakeGatewayAsync(await _twin.MakeStoreAsync());
        Answer empty = await _twin.Client.PostAsync(SecretTwin.Keys(), new JsonObject());
        Assert.Equal(["body.alias: Required", "body.default_config: Required", "body.provider_slug: Required"], empty.Problems);
        JsonObject bad = SecretTwin.Key(string.Empty);
        bad["rate_limit"] = -1;
        Assert.Equal(2, (await _twin.Client.PostAsync(SecretTwin.Keys(), bad)).Problems.Length);
        Answer broken = await _twin.Twin.SendAsync(HttpMethod.Post, OpenApiCheckedClient.Root + SecretTwin.Keys(), "{", EmulatorOptions.DefaultToken);
        Assert.Equal(400, broken.Status);
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.PostAsync(SecretTwin.Keys("none"), SecretTwin.Key())));
    }

    [Fact]
    public async Task An_unknown_gateway_has_an_empty_list() => Assert.Empty((await _twin.Client.GetAsync(SecretTwin.Keys("none"))).Ids);

    [Fact]
    public async Task A_rotation_takes_the_secret_and_nothing_else()
    {
        string id = await MakeKeyAsync();
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(5));
        Answer rotated = await _twin.Client.PutAsync($"{SecretTwin.Keys()}/{id}", new JsonObject { ["secret"] = "sk-another-value-99887766", ["alias"] = "else", ["rate_limit"] = 9 });
        Assert.Equal(("sk-****7766", "default"), ((string?)rotated.Result["secret_preview"], (string?)rotated.Result["alias"]));
        Assert.False(rotated.Result.AsObject().ContainsKey("rate_limit"));
        Assert.Equal("2026-10-15T08:00:07.123Z", (string?)rotated.Result["modified_at"]);
        Assert.Equal("body.secret: Required", Assert.Single((await _twin.Client.PutAsync($"{SecretTwin.Keys()}/{id}", new JsonObject())).Problems));
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.PutAsync($"{SecretTwin.Keys()}/none", new JsonObject { ["secret"] = "x" })));
    }

    [Fact]
    public async Task A_deleted_key_leaves_its_secret_and_a_deleted_gateway_takes_its_keys()
    {
        string id = await MakeKeyAsync();
        Assert.Equal(id, (string?)(await _twin.Client.DeleteAsync($"{SecretTwin.Keys()}/{id}")).Result["id"]);
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.DeleteAsync($"{SecretTwin.Keys()}/{id}")));
        string store = Assert.Single((await _twin.Client.GetAsync(SecretTwin.Stores)).Ids);
        Assert.Single((await _twin.Client.GetAsync(SecretTwin.Secrets(store))).Ids);

        await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key());
        Assert.Single((await _twin.Client.GetAsync(SecretTwin.Keys())).Ids);
        await _twin.Client.DeleteAsync(Twin.Gateways + "/g");
        await _twin.MakeGatewayAsync(store);
        Assert.Empty((await _twin.Client.GetAsync(SecretTwin.Keys())).Ids);
    }

    [Fact]
    public async Task Pages_are_cut()
    {
        await MakeKeyAsync();
        await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key("blue", secret: SecretTwin.Canary));
        Answer page = await _twin.Client.GetAsync(SecretTwin.Keys() + "?per_page=1&page=2");
        Assert.Single(page.Ids);
        Assert.Equal(2, (int)page.Json["result_info"]!["total_count"]!);
        Assert.Equal(400, (await _twin.Client.GetAsync(SecretTwin.Keys() + "?per_page=0")).Status);
    }

    [Fact]
    public async Task Flags_come_as_numbers_when_told()
    {
        await MakeKeyAsync();
        _twin.Twin.App.Behaviour = _twin.Twin.App.Behaviour with { ProviderKeyDrift = true };
        Answer list = await _twin.Twin.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + SecretTwin.Keys(), token: EmulatorOptions.DefaultToken);
        Assert.Equal("1", list.Result[0]!["default_config"]!.ToJsonString());
    }

    [Fact]
    public void The_finder_sees_only_keys_that_work()
    {
        var tables = new StateTables();
        DateTimeOffset now = new(2026, 10, 15, 8, 0, 0, TimeSpan.Zero);
        GatewayEndpoints.Table(tables, "acc").Put(new StoredDocument("g", now, System.Text.Encoding.UTF8.GetBytes("""{"id":"g","store_id":"st"}""")));
        Put("default", isDefault: false, ready: now);
        Put("blue", isDefault: true, ready: now);
        Put("slow", isDefault: false, ready: now.AddSeconds(2));
        Put("closed", isDefault: false, ready: now, scope: "workers");
        Assert.Equal("g_openai_blue", Find(null));
        Assert.Equal("g_openai_default", Find("default"));
        Assert.Null(Find("slow"));
        Assert.Equal("g_openai_slow", Find("slow", 2));
        Assert.Null(Find("closed"));
        Assert.Null(Find("none"));
        Assert.Null(ProviderKeyFinder.FindActive(tables, "acc", "other", "openai", null, now));
        Assert.Null(ProviderKeyFinder.FindActive(tables, "acc", "g", "groq", null, now));
        Assert.Equal(["blue", "closed", "default", "slow"], ProviderKeyFinder.Aliases(tables, "acc", "g", "openai").Order());
        Assert.Empty(ProviderKeyFinder.Aliases(tables, "acc", "g", "groq"));

        SecretTables.Secrets(tables, "acc", "st").Remove("s-blue");
        Assert.Null(Find(null));

        string? Find(string? alias, int seconds = 0) => ProviderKeyFinder.FindActive(tables, "acc", "g", "openai", alias, now.AddSeconds(seconds))?.Secret.Name;

        void Put(string alias, bool isDefault, DateTimeOffset ready, string scope = "ai_gateway")
        {
            SecretTables.Put(tables, "acc", new StoredSecret($"s-{alias}", $"g_openai_{alias}", "st", now) { Modified = now, ReadyAt = ready, Scopes = [scope], Preview = "****" });
            ProviderKeyTable.Of(tables, "acc", "g").Put(
                new StoredProviderKey($"k-{alias}", "g", "openai", alias, now) { Modified = now, IsDefault = isDefault, SecretId = $"s-{alias}", Preview = "****" }.ToDocument());
        }
    }

    private static (int Status, int Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);

    private async Task LinkAsync(string store)
    {
        JsonObject body = Twin.Body("g", "store_id", store);
        body.Remove("id");
        Assert.Equal(200, (await _twin.Client.PutAsync(Twin.Gateways + "/g", body)).Status);
    }

    private async Task<string> MakeKeyAsync()
    {
        string store = await _twin.MakeStoreAsync();
        await _twin.MakeGatewayAsync(store);
        await _twin.MakeSecretAsync(store, SecretTwin.Secret("g_openai_default"));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(2));
        return (string)(await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key())).Result["id"]!;
    }
}
