using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class PermissionTests : IDisposable
{
    private const string Stores = "/accounts/" + Twin.Account + "/secrets_store/stores";
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Theory]
    [InlineData("AI Gateway Read", 200, 403)]
    [InlineData("AI Gateway Write", 200, 200)]
    [InlineData("AI Gateway Edit", 200, 200)]
    [InlineData("ai gateway read", 200, 403)]
    [InlineData("AI Gateway Run", 403, 403)]
    [InlineData("Workers AI Read", 403, 403)]
    [InlineData("all", 200, 200)]
    public async Task Gateways_are_read_and_written_with_their_permissions(string permission, int read, int write)
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [permission] });
        Assert.Equal(read, (await _twin.Client.GetAsync(Twin.Gateways, "t")).Status);
        Answer created = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"), "t");
        Assert.Equal(write, created.Status);
        if (write == 403)
        {
            Assert.Equal((10000, "Authentication error"), (created.Code, (string?)created.Error["message"]));
        }
    }

    [Theory]
    [InlineData("Secrets Store Read", 200)]
    [InlineData("Secrets Store Write", 200)]
    [InlineData("AI Gateway Read", 403)]
    public async Task Stores_are_read_with_their_permissions(string permission, int status)
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [permission] });
        Answer answer = await _twin.Client.GetAsync(Stores, "t");
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task An_account_has_no_store_yet()
    {
        Answer answer = await _twin.Client.GetAsync(Stores);
        Assert.Empty(answer.Result.AsArray());
        Assert.Equal(0, (int)answer.Json["result_info"]!["total_count"]!);
    }

    [Fact]
    public async Task The_logging_state_is_read_with_a_gateway_permission()
    {
        const string Path = "/accounts/" + Twin.Account + "/ai-gateway/logging-state";
        Assert.False((bool)(await _twin.Client.GetAsync(Path)).Result["workers_observability"]!);
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [Permission.WorkersAiRead] });
        Assert.Equal(403, (await _twin.Client.GetAsync(Path, "t")).Status);
    }

    [Fact]
    public async Task Workers_ai_models_need_their_own_permission_and_answer_401_without()
    {
        const string Path = "/client/v4/accounts/" + Twin.Account + "/ai/models/search?search=llama";
        Answer found = await _twin.SendAsync(HttpMethod.Get, Path, token: EmulatorOptions.DefaultToken);
        Assert.Equal("@cf/meta/llama-3.1-8b-instruct", (string?)Assert.Single(found.Result.AsArray())!["name"]);
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [Permission.AiGatewayRead] });
        Answer denied = await _twin.SendAsync(HttpMethod.Get, Path, token: "t");
        Assert.Equal((401, 10000), (denied.Status, denied.Code));
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("not-an-account")]
    public async Task An_unknown_account_leads_nowhere(string account)
    {
        Answer answer = await _twin.Client.GetAsync($"/accounts/{account}/ai-gateway/gateways");
        Assert.Equal((404, 7003), (answer.Status, answer.Code));
        Assert.StartsWith($"Could not route to /client/v4/accounts/{account}", (string?)answer.Error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_other_accounts_is_refused()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Accounts = [new string('b', 32)] });
        Answer answer = await _twin.Client.GetAsync(Twin.Gateways, "t");
        Assert.Equal((403, 9109), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("GET", "/client/v4/zones", 404, 7003)]
    [InlineData("GET", "/client/v4/accounts//ai-gateway/gateways", 404, 7003)]
    [InlineData("GET", "/elsewhere", 404, 7003)]
    [InlineData("PATCH", "/client/v4" + Twin.Gateways, 405, 7001)]
    public async Task What_does_not_exist_is_not_routed(string method, string path, int status, int code)
    {
        Answer answer = await _twin.SendAsync(new HttpMethod(method), path, token: EmulatorOptions.DefaultToken);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }
}
