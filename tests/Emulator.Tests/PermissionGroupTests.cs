using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The list of permission groups. It is not in the document, so its shape is checked here.</summary>
public sealed class PermissionGroupTests : IDisposable
{
    private const string ForUser = OpenApiCheckedClient.Root + "/user/tokens/permission_groups";
    private const string ForAccount = OpenApiCheckedClient.Root + "/accounts/" + Twin.Account + "/tokens/permission_groups";
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Theory]
    [InlineData(ForUser)]
    [InlineData(ForAccount)]
    public async Task Groups_have_ids_names_and_scopes(string path)
    {
        Answer answer = await GetAsync(path);
        JsonArray groups = answer.Result.AsArray();
        Assert.Equal(200, answer.Status);
        Assert.Equal(groups.Count, groups.Select(g => (string)g!["id"]!).Distinct().Count());
        Assert.All(groups, g => Assert.Matches("^[0-9a-f]{32}$", (string)g!["id"]!));
        Assert.All(groups, g => Assert.StartsWith("com.cloudflare.api.account", (string)g!["scopes"]![0]!, StringComparison.Ordinal));
        Assert.Equal("644535f4ed854494a59cb289d634b257", (string)groups.Single(g => (string)g!["name"]! == "AI Gateway Run")!["id"]!);
    }

    [Fact]
    public async Task Name_and_scope_narrow_it()
    {
        Assert.Equal(2, (await GetAsync(ForUser + "?name=Logs%20Read")).Result.AsArray().Count);
        JsonNode group = Assert.Single((await GetAsync(ForUser + "?name=Logs%20Read&scope=com.cloudflare.api.account.zone")).Result.AsArray())!;
        Assert.Equal("com.cloudflare.api.account.zone", (string)group["scopes"]![0]!);
    }

    [Fact]
    public async Task Tokens_for_gateways_may_not_look()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "manager", Permissions = [Permission.AiGatewayWrite] });
        Assert.Equal((403, 10000), StatusAndCode(await GetAsync(ForUser, "manager")));
        Assert.Equal((403, 10000), StatusAndCode(await GetAsync(ForAccount, "manager")));
    }

    [Fact]
    public async Task An_accounts_token_has_no_user()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "accounts", Owner = TokenOwner.Account });
        Assert.Equal((403, 9109), StatusAndCode(await GetAsync(ForUser, "accounts")));
        Assert.Equal(200, (await GetAsync(ForAccount, "accounts")).Status);
    }

    private async Task<Answer> GetAsync(string path, string token = EmulatorOptions.DefaultToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using HttpResponseMessage response = await _twin.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    private static (int Status, int Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);
}
