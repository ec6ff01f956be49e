using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class TokenTests : IDisposable
{
    private const string Verify = "/user/tokens/verify";
    private const string VerifyForAccount = "/accounts/" + Twin.Account + "/tokens/verify";
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_users_token_is_active()
    {
        Answer answer = await _twin.Client.GetAsync(Verify);
        Assert.Equal(200, answer.Status);
        Assert.Equal("active", (string?)answer.Result["status"]);
        Assert.Equal("This API Token is valid and active", (string?)answer.Json["messages"]![0]!["message"]);
    }

    [Fact]
    public async Task An_unknown_token_is_invalid_to_verify_and_an_authentication_error_elsewhere()
    {
        Answer verify = await _twin.Client.GetAsync(Verify, "unknown");
        Assert.Equal((401, 1000, "Invalid API Token"), (verify.Status, verify.Code, (string?)verify.Error["message"]));
        Answer list = await _twin.Client.GetAsync(Twin.Gateways, "unknown");
        Assert.Equal((401, 10000, "Authentication error"), (list.Status, list.Code, (string?)list.Error["message"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer two words")]
    [InlineData("Basic ZW11bGF0b3ItdG9rZW4=")]
    [InlineData("emulator-token")]
    public async Task A_malformed_credential_is_refused_with_the_reason_in_the_chain(string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, OpenApiCheckedClient.Root + Verify);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        Answer answer = await _twin.Client.SendAsync(request);
        Assert.Equal((400, 6003), (answer.Status, answer.Code));
        Assert.Equal(6111, (int)answer.Error["error_chain"]![0]!["code"]!);
    }

    [Fact]
    public async Task A_global_key_is_refused_as_a_malformed_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, OpenApiCheckedClient.Root + Verify);
        request.Headers.Add("X-Auth-Email", "user@example.com");
        request.Headers.Add("X-Auth-Key", "key");
        Answer answer = await _twin.Client.SendAsync(request);
        Assert.Equal(6103, (int)answer.Error["error_chain"]![0]!["code"]!);
    }

    [Fact]
    public async Task Each_kind_of_token_is_known_to_its_own_address_only()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "accounts", Owner = TokenOwner.Account });
        Assert.Equal(200, (await _twin.Client.GetAsync(VerifyForAccount, "accounts")).Status);
        Assert.Equal((401, 1000), StatusAndCode(await _twin.Client.GetAsync(Verify, "accounts")));
        Assert.Equal((401, 1000), StatusAndCode(await _twin.Client.GetAsync(VerifyForAccount)));
    }

    [Fact]
    public async Task An_account_token_is_unknown_to_other_accounts()
    {
        string other = new('b', 32);
        await _twin.App.AddAccountAsync(new EmulatorAccount { Id = other }, TestContext.Current.CancellationToken);
        _twin.App.AddToken(new EmulatorToken { Value = "accounts", Owner = TokenOwner.Account, Accounts = [Twin.Account] });
        Assert.Equal((401, 1000), StatusAndCode(await _twin.Client.GetAsync($"/accounts/{other}/tokens/verify", "accounts")));
    }

    [Fact]
    public async Task A_disabled_token_verifies_as_disabled_and_does_nothing_else()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "off", Status = TokenStatus.Disabled });
        Assert.Equal("disabled", (string?)(await _twin.Client.GetAsync(Verify, "off")).Result["status"]);
        Assert.Equal((401, 10000), StatusAndCode(await _twin.Client.GetAsync(Twin.Gateways, "off")));
    }

    [Fact]
    public async Task A_token_expires_when_its_time_is_over()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "brief", ExpiresOn = _twin.Time.GetUtcNow().AddMinutes(1) });
        Answer before = await _twin.Client.GetAsync(Verify, "brief");
        Assert.Equal("active", (string?)before.Result["status"]);
        Assert.Equal("2026-10-15T08:01:00.123Z", (string?)before.Result["expires_on"]);
        Assert.Equal(200, (await _twin.Client.GetAsync(Twin.Gateways, "brief")).Status);

        _twin.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("expired", (string?)(await _twin.Client.GetAsync(Verify, "brief")).Result["status"]);
        Assert.Equal((401, 10000), StatusAndCode(await _twin.Client.GetAsync(Twin.Gateways, "brief")));
    }

    private static (int Status, int Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);
}
