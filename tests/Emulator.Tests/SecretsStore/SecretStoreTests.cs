using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class SecretStoreTests : IDisposable
{
    private readonly SecretTwin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task An_account_has_one_store()
    {
        Assert.Empty((await _twin.Client.GetAsync(SecretTwin.Stores)).Ids);
        string id = await _twin.MakeStoreAsync();
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal([id], (await _twin.Client.GetAsync(SecretTwin.Stores)).Ids);
        Assert.Equal("default_secrets_store", (string?)(await _twin.Client.GetAsync($"{SecretTwin.Stores}/{id}")).Result["name"]);
        Answer second = await _twin.Client.PostAsync(SecretTwin.Stores, new JsonObject { ["name"] = "other" });
        Assert.Equal((400, 1003, "maximum_stores_exceeded"), (second.Status, second.Code, (string?)second.Error["message"]));
    }

    [Fact]
    public async Task The_array_of_early_versions_is_taken_and_answered_in_kind()
    {
        Answer answer = await _twin.Twin.SendAsync(
            HttpMethod.Post, OpenApiCheckedClient.Root + SecretTwin.Stores, """[{"name":"s"}]""", EmulatorOptions.DefaultToken);
        Assert.Equal(200, answer.Status);
        Assert.Equal("s", (string?)answer.Result[0]!["name"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":5}""")]
    [InlineData("""[{"name":"a"},{"name":"b"}]""")]
    [InlineData("[")]
    [InlineData("null")]
    public async Task A_body_of_another_shape_is_refused(string body)
    {
        Answer answer = await _twin.Twin.SendAsync(HttpMethod.Post, OpenApiCheckedClient.Root + SecretTwin.Stores, body, EmulatorOptions.DefaultToken);
        Assert.Equal((400, 1001, "invalid_json_body"), (answer.Status, answer.Code, (string?)answer.Error["message"]));
    }

    [Fact]
    public async Task A_store_with_secrets_goes_by_force_only_and_takes_them_with_it()
    {
        string store = await _twin.MakeStoreAsync();
        await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        Answer refused = await _twin.Client.DeleteAsync($"{SecretTwin.Stores}/{store}");
        Assert.Equal((409, "store_not_empty"), (refused.Status, (string?)refused.Error["message"]));
        Answer done = await _twin.Client.DeleteAsync($"{SecretTwin.Stores}/{store}?force=true");
        Assert.Equal(200, done.Status);
        Assert.Null(done.Json["result"]);
        Assert.Equal(0, (int)(await _twin.Client.GetAsync(SecretTwin.Root + "/quota")).Result["secrets"]!["usage"]!);
        Assert.Equal(404, (await _twin.Client.GetAsync(SecretTwin.Secrets(store))).Status);
        Assert.NotEqual(store, await _twin.MakeStoreAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_store_not_found()
    {
        string none = new('0', 32);
        foreach (Answer answer in new[]
        {
            await _twin.Client.GetAsync($"{SecretTwin.Stores}/{none}"),
            await _twin.Client.DeleteAsync($"{SecretTwin.Stores}/{none}"),
            await _twin.Client.GetAsync(SecretTwin.Secrets(none)),
            await _twin.Client.PostAsync(SecretTwin.Secrets(none), new JsonArray(SecretTwin.Secret("a"))),
            await _twin.Client.GetAsync($"{SecretTwin.Secrets(none)}/{none}"),
        })
        {
            Assert.Equal((404, 1001, "store_not_found"), (answer.Status, answer.Code, (string?)answer.Error["message"]));
        }
    }

    [Fact]
    public async Task The_quota_counts_secrets_and_holds()
    {
        _twin.Twin.App.Behaviour = _twin.Twin.App.Behaviour with { SecretQuota = 2 };
        string store = await _twin.MakeStoreAsync();
        await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        await _twin.MakeSecretAsync(store, SecretTwin.Secret("b"));
        JsonNode quota = (await _twin.Client.GetAsync(SecretTwin.Root + "/quota")).Result["secrets"]!;
        Assert.Equal((2, 2), ((int)quota["quota"]!, (int)quota["usage"]!));
        Answer third = await _twin.Client.PostAsync(SecretTwin.Secrets(store), new JsonArray(SecretTwin.Secret("c")));
        Assert.Equal((400, "maximum_secrets_exceeded"), (third.Status, (string?)third.Error["message"]));
    }

    [Fact]
    public async Task Reading_needs_one_permission_and_writing_the_other()
    {
        _twin.Twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.SecretsStoreRead] });
        _twin.Twin.App.AddToken(new EmulatorToken { Value = "gateways", Permissions = [Permission.AiGatewayWrite] });
        Assert.Equal(200, (await _twin.Client.GetAsync(SecretTwin.Stores, "reader")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(SecretTwin.Stores, new JsonObject { ["name"] = "s" }, "reader")).Status);
        Assert.Equal(403, (await _twin.Client.GetAsync(SecretTwin.Stores, "gateways")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(), "gateways")).Status);
    }
}
