using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>A twin with calls for stores, secrets and provider keys.</summary>
internal sealed class SecretTwin : IDisposable
{
    public const string Root = "/accounts/" + Twin.Account + "/secrets_store";
    public const string Stores = Root + "/stores";
    public const string Canary = "sk-canary-0123456789abcdef";

    private readonly Twin _twin;

    public SecretTwin(EmulatorOptions? options = null) => _twin = new Twin(options);

    public Twin Twin => _twin;

    public OpenApiCheckedClient Client => _twin.Client;

    public static JsonObject Secret(string name, string value = Canary, params string[] scopes) => new()
    {
        ["name"] = name,
        ["value"] = value,
        ["scopes"] = Scopes(scopes.Length == 0 ? ["ai_gateway"] : scopes),
    };

    public static JsonArray Scopes(params string[] scopes) => new(Array.ConvertAll(scopes, static scope => (JsonNode)scope));

    public static string Secrets(string store) => $"{Stores}/{store}/secrets";

    public static string Keys(string gateway = "g") => $"{Twin.Gateways}/{gateway}/provider_configs";

    public async Task<string> MakeStoreAsync() => (string)(await Client.PostAsync(Stores, new JsonObject { ["name"] = "default_secrets_store" })).Result["id"]!;

    public async Task<string> MakeSecretAsync(string store, JsonObject secret)
    {
        Answer answer = await Client.PostAsync(Secrets(store), new JsonArray(secret));
        Assert.Equal(200, answer.Status);
        return (string)answer.Result[0]!["id"]!;
    }

    /// <summary>A gateway whose keys are in the store.</summary>
    public Task MakeGatewayAsync(string? store, string id = "g") => _twin.CreateAsync(Twin.Body(id, "store_id", store));

    public static JsonObject Key(string alias = "default", string provider = "openai", string? secretId = null, string? secret = null, bool isDefault = true)
    {
        var body = new JsonObject { ["alias"] = alias, ["default_config"] = isDefault, ["provider_slug"] = provider };
        if (secretId is not null)
        {
            body["secret_id"] = secretId;
        }

        if (secret is not null)
        {
            body["secret"] = secret;
        }

        return body;
    }

    public void Dispose() => _twin.Dispose();
}
