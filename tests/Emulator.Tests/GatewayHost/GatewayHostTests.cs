using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class GatewayHostTests : IDisposable
{
    private const string Host = "https://gateway.ai.cloudflare.com/v1/" + Twin.Account;
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task An_unknown_gateway_is_an_error_in_the_hosts_envelope()
    {
        Answer answer = await CallAsync("none", null);
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            """{"success":false,"result":[],"messages":[],"error":[{"code":2001,"message":"Please configure AI Gateway in the Cloudflare dashboard"}],"name":"AiGatewayError","httpCode":400,"internalCode":2001,"message":"Please configure AI Gateway in the Cloudflare dashboard"}""",
            answer.Body);
    }

    [Theory]
    [InlineData("/v1/ffffffffffffffffffffffffffffffff/g/openai")]
    [InlineData("/v1/" + Twin.Account)]
    public async Task A_wrong_address_leads_to_no_gateway(string path) =>
        Assert.Equal(2001, (int)(await _twin.SendAsync(HttpMethod.Post, path)).Json["internalCode"]!);

    [Theory]
    [InlineData(null, null, 2009)]
    [InlineData("cf-aig-authorization", "Bearer unknown", 2009)]
    [InlineData("cf-aig-authorization", "Bearer reader", 2009)]
    [InlineData("cf-aig-authorization", "Bearer foreign", 2009)]
    [InlineData("cf-aig-authorization", "Bearer off", 2009)]
    [InlineData("cf-aig-authorization", "runner", 2009)]
    [InlineData("Authorization", "Bearer provider-key", 2009)]
    [InlineData("cf-aig-authorization", "Bearer runner", 2008)]
    [InlineData("Authorization", "Bearer runner", 2008)]
    public async Task A_gateway_with_authentication_wants_a_token_that_may_run(string? header, string? value, int code)
    {
        await _twin.CreateAsync(Twin.Body("g", "authentication", true));
        _twin.App.AddToken(new EmulatorToken { Value = "runner", Permissions = [Permission.AiGatewayRun] });
        _twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayWrite] });
        _twin.App.AddToken(new EmulatorToken { Value = "foreign", Accounts = [new string('b', 32)] });
        _twin.App.AddToken(new EmulatorToken { Value = "off", Status = TokenStatus.Disabled });
        Answer answer = await CallAsync("g", header, value);
        Assert.Equal(code, (int)answer.Json["error"]![0]!["code"]!);
        Assert.Equal(code == 2009 ? 401 : 400, answer.Status);
    }

    [Fact]
    public async Task The_header_for_the_gateway_goes_before_the_providers()
    {
        await _twin.CreateAsync(Twin.Body("g", "authentication", true));
        using var request = new HttpRequestMessage(HttpMethod.Post, Host + "/g/openai/chat/completions");
        request.Headers.Add("cf-aig-authorization", "Bearer unknown");
        request.Headers.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        using HttpResponseMessage response = await _twin.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_gateway_without_authentication_wants_none()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        Answer answer = await CallAsync("g", null);
        Assert.Equal((400, 2008), (answer.Status, (int)answer.Json["internalCode"]!));
    }

    [Fact]
    public async Task The_default_gateway_makes_itself_for_an_authenticated_call_only()
    {
        Assert.Equal(2001, (int)(await CallAsync("default", null)).Json["internalCode"]!);
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways)).Ids);

        await CallAsync("default", "cf-aig-authorization", "Bearer " + EmulatorOptions.DefaultToken);
        Answer made = await _twin.Client.GetAsync(Twin.Gateways + "/default");
        Assert.True((bool)made.Result["authentication"]!);
        Assert.True((bool)made.Result["is_default"]!);
        Assert.True((bool)made.Result["collect_logs"]!);
        Assert.Equal(0, (int)made.Result["cache_ttl"]!);
    }

    [Fact]
    public async Task Calls_do_not_use_the_quota_of_the_api()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        Answer answer = await CallAsync("g", "Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        Assert.False(answer.Headers.ContainsKey("ratelimit"));
        Assert.StartsWith("\"default\";r=1198;", (await _twin.Client.GetAsync(Twin.Gateways)).Headers["ratelimit"], StringComparison.Ordinal);
    }

    private async Task<Answer> CallAsync(string gateway, string? header, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Host}/{gateway}/nowhere/chat/completions");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using HttpResponseMessage response = await _twin.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
