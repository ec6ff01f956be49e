using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class SecretTests : IDisposable
{
    private readonly SecretTwin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_new_secret_is_pending_until_the_clock_says_otherwise()
    {
        string store = await _twin.MakeStoreAsync();
        string id = await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        Assert.Equal("pending", await StatusAsync(store, id));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal("pending", await StatusAsync(store, id));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("active", await StatusAsync(store, id));

        _twin.Twin.App.Behaviour = _twin.Twin.App.Behaviour with { SecretActivationSeconds = 50 };
        string slow = await _twin.MakeSecretAsync(store, SecretTwin.Secret("b"));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(49));
        Assert.Equal("pending", await StatusAsync(store, slow));
    }

    [Fact]
    public async Task The_answer_is_a_list_and_holds_everything_but_the_value()
    {
        string store = await _twin.MakeStoreAsync();
        JsonObject body = SecretTwin.Secret("a", SecretTwin.Canary, "ai_gateway", "workers");
        body["comment"] = "why";
        Answer answer = await _twin.Client.PostAsync(SecretTwin.Secrets(store), new JsonArray(body, SecretTwin.Secret("b")));
        Assert.Equal(["a", "b"], answer.Result.AsArray().Select(static secret => (string?)secret!["name"]));
        JsonNode first = answer.Result[0]!;
        Assert.Equal((store, "why", "2026-10-15T08:00:00.123Z"), ((string?)first["store_id"], (string?)first["comment"], (string?)first["created"]));
        Assert.Equal(["ai_gateway", "workers"], first["scopes"]!.AsArray().Select(static scope => (string?)scope));
        Assert.DoesNotContain("value", first.AsObject().Select(static member => member.Key));
    }

    [Theory]
    [InlineData("""[{"name":"","value":"v","scopes":["workers"]}]""", "secret_name_empty")]
    [InlineData("""[{"value":"v","scopes":["workers"]}]""", "secret_name_empty")]
    [InlineData("""[{"name":"n","value":"v","scopes":[]}]""", "secret_scopes_empty")]
    [InlineData("""[{"name":"n","value":"v"}]""", "secret_scopes_empty")]
    [InlineData("""[{"name":"n","value":"v","scopes":["nothing"]}]""", "secret_scope_invalid")]
    [InlineData("""[{"name":"n","value":"v","scopes":["workers","ai_gateway"]}]""", "secret_scope_invalid")]
    [InlineData("""[{"name":"n","value":"v","scopes":["workers","workers"]}]""", "secret_scope_invalid")]
    [InlineData("""[{"name":"n","value":"v","scopes":"workers"}]""", "invalid_json_body")]
    [InlineData("""[{"name":"n","scopes":["workers"]}]""", "invalid_json_body")]
    [InlineData("""[{"name":5,"value":"v","scopes":["workers"]}]""", "invalid_json_body")]
    [InlineData("""[{"name":"n","value":"\ud800","scopes":["workers"]}]""", "invalid_json_body")]
    [InlineData("[]", "invalid_json_body")]
    [InlineData("[5]", "invalid_json_body")]
    [InlineData("{", "invalid_json_body")]
    [InlineData("""[{"name":"n","value":"v","scopes":["workers"]},{"name":"n","value":"v","scopes":["workers"]}]""", "secret_name_already_exists: n")]
    public async Task What_is_wrong_is_said_in_a_word_and_nothing_is_made(string body, string message)
    {
        string store = await _twin.MakeStoreAsync();
        Answer answer = await _twin.Twin.SendAsync(HttpMethod.Post, OpenApiCheckedClient.Root + SecretTwin.Secrets(store), body, EmulatorOptions.DefaultToken);
        Assert.Equal((400, message), (answer.Status, (string?)answer.Error["message"]));
        Assert.Equal(message.StartsWith("secret_name_already", StringComparison.Ordinal) ? 1003 : 1001, answer.Code);
        Assert.Empty((await _twin.Client.GetAsync(SecretTwin.Secrets(store))).Ids);
    }

    [Theory]
    [InlineData(65536, 200)]
    [InlineData(65537, 400)]
    public async Task Values_end_at_64_KiB(int bytes, int status)
    {
        string store = await _twin.MakeStoreAsync();
        Answer answer = await _twin.Client.PostAsync(SecretTwin.Secrets(store), new JsonArray(SecretTwin.Secret("a", new string('x', bytes - 2) + "é")));
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Names_are_unique_and_an_object_alone_is_taken_too()
    {
        string store = await _twin.MakeStoreAsync();
        Assert.Equal(200, (await _twin.Client.PostAsync(SecretTwin.Secrets(store), SecretTwin.Secret("a"))).Status);
        Answer second = await _twin.Client.PostAsync(SecretTwin.Secrets(store), new JsonArray(SecretTwin.Secret("a")));
        Assert.Equal((400, 1003), (second.Status, second.Code));
    }

    [Fact]
    public async Task A_change_touches_only_what_is_sent()
    {
        string store = await _twin.MakeStoreAsync();
        string id = await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(5));
        JsonNode changed = (await _twin.Client.PatchAsync($"{SecretTwin.Secrets(store)}/{id}", new JsonObject { ["comment"] = "new" })).Result;
        Assert.Equal(("new", "2026-10-15T08:00:05.123Z", "active"), ((string?)changed["comment"], (string?)changed["modified"], (string?)changed["status"]));
        Assert.Equal("ai_gateway", (string?)changed["scopes"]![0]);
        changed = (await _twin.Client.PatchAsync($"{SecretTwin.Secrets(store)}/{id}", new JsonObject { ["scopes"] = SecretTwin.Scopes("workers") })).Result;
        Assert.Equal(("new", "workers"), ((string?)changed["comment"], (string?)changed["scopes"]![0]));
        Assert.Equal(400, (await _twin.Client.PatchAsync($"{SecretTwin.Secrets(store)}/{id}", new JsonObject { ["scopes"] = new JsonArray() })).Status);
        Assert.Equal(404, (await _twin.Client.PatchAsync($"{SecretTwin.Secrets(store)}/{new string('0', 32)}", new JsonObject())).Status);
    }

    [Fact]
    public async Task A_copy_has_a_name_of_its_own_and_is_pending_anew()
    {
        string store = await _twin.MakeStoreAsync();
        string id = await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        _twin.Twin.Time.Advance(TimeSpan.FromSeconds(5));
        string path = $"{SecretTwin.Secrets(store)}/{id}/duplicate";
        Answer copy = await _twin.Client.PostAsync(path, new JsonObject { ["name"] = "b", ["scopes"] = SecretTwin.Scopes("workers") });
        Assert.Equal(("b", "pending"), ((string?)copy.Result["name"], (string?)copy.Result["status"]));
        Assert.Equal(1003, (await _twin.Client.PostAsync(path, new JsonObject { ["name"] = "b", ["scopes"] = SecretTwin.Scopes("workers") })).Code);
        Assert.Equal("secret_name_empty", (string?)(await _twin.Client.PostAsync(path, new JsonObject { ["scopes"] = SecretTwin.Scopes("workers") })).Error["message"]);
        Assert.Equal(404, (await _twin.Client.PostAsync($"{SecretTwin.Secrets(store)}/{new string('0', 32)}/duplicate", new JsonObject())).Status);
    }

    [Fact]
    public async Task Deletions_are_accepted()
    {
        string store = await _twin.MakeStoreAsync();
        string a = await _twin.MakeSecretAsync(store, SecretTwin.Secret("a"));
        string b = await _twin.MakeSecretAsync(store, SecretTwin.Secret("b"));
        string c = await _twin.MakeSecretAsync(store, SecretTwin.Secret("c"));
        Answer one = await _twin.Client.DeleteAsync($"{SecretTwin.Secrets(store)}/{a}");
        Assert.Equal(202, one.Status);
        Assert.Null(one.Json["result"]);
        Assert.Equal((404, "secret_not_found"), StatusAndText(await _twin.Client.DeleteAsync($"{SecretTwin.Secrets(store)}/{a}")));

        // One that is unknown keeps the others.
        Assert.Equal(404, (await DeleteManyAsync(store, new JsonObject { ["ids"] = new JsonArray(b, a) })).Status);
        Assert.Equal(2, (await _twin.Client.GetAsync(SecretTwin.Secrets(store))).Ids.Length);
        Assert.Equal(202, (await DeleteManyAsync(store, new JsonObject { ["ids"] = new JsonArray(b) })).Status);
        Assert.Equal(202, (await DeleteManyAsync(store, new JsonArray(new JsonObject { ["id"] = c }))).Status);
        Assert.Empty((await _twin.Client.GetAsync(SecretTwin.Secrets(store))).Ids);
        Assert.Equal((400, "invalid_json_body"), StatusAndText(await DeleteManyAsync(store, new JsonObject())));
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_cut()
    {
        string store = await _twin.MakeStoreAsync();
        foreach (string name in new[] { "b", "a", "c" })
        {
            JsonObject secret = SecretTwin.Secret(name, SecretTwin.Canary, name == "c" ? ["ai_gateway", "workers"] : ["ai_gateway"]);
            secret["comment"] = name == "a" ? "find ME" : null;
            await _twin.MakeSecretAsync(store, secret);
            _twin.Twin.Time.Advance(TimeSpan.FromSeconds(1.5));
        }

        Assert.Equal("c a b", await NamesAsync(store, string.Empty));
        Assert.Equal("b a c", await NamesAsync(store, "?direction=asc"));
        Assert.Equal("a b c", await NamesAsync(store, "?order=name&direction=asc"));
        Assert.EndsWith(" c", await NamesAsync(store, "?order=status&direction=asc"), StringComparison.Ordinal);
        Assert.Equal("a", await NamesAsync(store, "?search=me"));
        Assert.Equal("c", await NamesAsync(store, "?scopes=workers&scopes=ai_gateway"));
        Assert.Equal("a", await NamesAsync(store, "?per_page=1&page=2"));
        Assert.Equal(3, (int)(await _twin.Client.GetAsync(SecretTwin.Secrets(store) + "?per_page=1")).Json["result_info"]!["total_count"]!);
        Assert.Equal(400, (await _twin.Client.GetAsync(SecretTwin.Secrets(store) + "?per_page=101")).Status);
        Assert.Equal(400, (await _twin.Client.GetAsync(SecretTwin.Secrets(store) + "?order=value")).Status);
    }

    [Fact]
    public async Task No_value_is_in_any_answer_or_in_the_state_file()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("emulator-secrets-");
        try
        {
            string path = Path.Combine(directory.FullName, "state.json");
            using (var twin = new SecretTwin(new EmulatorOptions { StatePath = path, TimeProvider = Twin.MakeClock(), Behaviour = new EmulatorBehaviour { SecretActivationSeconds = 0 } }))
            {
                string store = await twin.MakeStoreAsync();
                string id = await twin.MakeSecretAsync(store, SecretTwin.Secret("g_openai_default"));
                await twin.MakeGatewayAsync(store);
                foreach (Answer answer in new[]
                {
                    await twin.Client.GetAsync(SecretTwin.Secrets(store)),
                    await twin.Client.PatchAsync($"{SecretTwin.Secrets(store)}/{id}", new JsonObject { ["value"] = SecretTwin.Canary }),
                    await twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key(secretId: id)),
                    await twin.Client.PostAsync(SecretTwin.Keys(), SecretTwin.Key("blue", secret: SecretTwin.Canary)),
                    await twin.Client.GetAsync(SecretTwin.Keys()),
                })
                {
                    Assert.True(answer.Status is 200, answer.Body);
                    Assert.DoesNotContain(SecretTwin.Canary, answer.Body, StringComparison.Ordinal);
                }
            }

            Assert.DoesNotContain(SecretTwin.Canary, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            using var again = new SecretTwin(new EmulatorOptions { StatePath = path, TimeProvider = Twin.MakeClock() });
            Assert.Equal(2, (await again.Client.GetAsync(SecretTwin.Keys())).Ids.Length);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static (int Status, string? Text) StatusAndText(Answer answer) => (answer.Status, (string?)answer.Error["message"]);

    private Task<Answer> DeleteManyAsync(string store, JsonNode body) =>
        _twin.Client.SendAsync(HttpMethod.Delete, SecretTwin.Secrets(store), body, EmulatorOptions.DefaultToken);

    private async Task<string> NamesAsync(string store, string query) =>
        string.Join(' ', (await _twin.Client.GetAsync(SecretTwin.Secrets(store) + query)).Result.AsArray().Select(static secret => (string?)secret!["name"]));

    private async Task<string?> StatusAsync(string store, string id) => (string?)(await _twin.Client.GetAsync($"{SecretTwin.Secrets(store)}/{id}")).Result["status"];
}
