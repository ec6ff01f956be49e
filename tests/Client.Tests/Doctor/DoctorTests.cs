using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class DoctorTests
{
    [Fact]
    public async Task With_a_good_token_nothing_fails_and_nothing_is_changed()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod","authentication":true}""");
        IAiGatewayClient client = server.Connect();
        Dictionary<string, AiGatewayConnectionCheck> results = await RunAsync(client, server, Server.Account);
        Assert.All(results.Values, check => Assert.True(check.Status is CheckStatus.Passed, $"{check}: {check.Detail}"));
        Assert.Single((await client.Gateways.ListAsync(Server.Account, null, 1, 20, server.Call)).Items);
    }

    [Fact]
    public async Task Each_missing_permission_fails_its_own_check_and_is_named()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod","authentication":true}""");
        server.App.AddToken(new EmulatorToken { Value = "reader-token", Permissions = [Permission.AiGatewayRead] });
        Dictionary<string, AiGatewayConnectionCheck> results = await RunAsync(server.Connect("reader-token"), server, Server.Account);
        Assert.Equal(CheckStatus.Passed, results["Token"].Status);
        Assert.Equal(CheckStatus.Passed, results["AI Gateway Read"].Status);
        foreach (string name in new[] { "AI Gateway Edit", "AI Gateway Run", "Workers AI Read", "Secrets Store Read" })
        {
            Assert.Equal(CheckStatus.Failed, results[name].Status);
            Assert.Contains($"'{name}'", results[name].Advice, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_token_fails_without_an_exception()
    {
        await using Server server = await Server.StartAsync();
        Dictionary<string, AiGatewayConnectionCheck> results = await RunAsync(server.Connect("wrong-token"), server, Server.Account);
        Assert.Equal(CheckStatus.Passed, results["API host"].Status);
        Assert.Equal(CheckStatus.Failed, results["Token"].Status);
        Assert.Equal(CheckStatus.Unknown, results["Token expiry"].Status);
        Assert.Equal(CheckStatus.Failed, results["AI Gateway Read"].Status);
    }

    [Fact]
    public async Task Without_an_account_what_needs_one_is_unknown()
    {
        await using Server server = await Server.StartAsync();
        Dictionary<string, AiGatewayConnectionCheck> results = await RunAsync(server.Connect(), server, null);
        Assert.Equal(CheckStatus.Unknown, results["AI Gateway Edit"].Status);
        Assert.Equal(CheckStatus.Passed, results["Account"].Status);
    }

    [Fact]
    public async Task No_gateway_with_authentication_cannot_tell_about_run()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod","authentication":false}""");
        AiGatewayConnectionCheck check = await server.Connect().Doctor.RunAsync("AI Gateway Run", Server.Account, server.Call);
        Assert.Equal(CheckStatus.Unknown, check.Status);
    }

    [Theory]
    [InlineData(-3, CheckStatus.Failed)]
    [InlineData(3, CheckStatus.Warning)]
    [InlineData(90, CheckStatus.Passed)]
    [InlineData(null, CheckStatus.Passed)]
    public async Task The_end_of_the_token_is_seen_coming(int? days, CheckStatus expected)
    {
        var bench = new Bench();
        string end = days is int n ? ",\"expires_on\":\"" + bench.Clock.GetUtcNow().AddDays(n).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture) + "\"" : string.Empty;
        bench.Service.Then(() => Answers.Ok("{\"id\":\"tok\",\"status\":\"active\"" + end + "}"));
        Assert.Equal(expected, (await bench.Client.Doctor.RunAsync("Token expiry", null, bench.Call)).Status);
    }

    [Theory]
    [InlineData(0, CheckStatus.Passed)]
    [InlineData(-300, CheckStatus.Warning)]
    [InlineData(300, CheckStatus.Warning)]
    public async Task A_wrong_clock_is_noticed(int seconds, CheckStatus expected)
    {
        var bench = new Bench();
        string date = bench.Clock.GetUtcNow().AddSeconds(seconds).ToString("R");
        bench.Service.Then(() => Answers.Ok("{}", ("Date", date)));
        Assert.Equal(expected, (await bench.Client.Doctor.RunAsync("Clock", null, bench.Call)).Status);
    }

    [Theory]
    [InlineData("\"default\";r=900;t=30", CheckStatus.Passed)]
    [InlineData("\"default\";r=30;t=30", CheckStatus.Warning)]
    [InlineData("", CheckStatus.Unknown)]
    public async Task The_quota_is_told(string header, CheckStatus expected)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("{}", ("Ratelimit", header), ("Ratelimit-Policy", "\"default\";q=1200;w=300")));
        Assert.Equal(expected, (await bench.Client.Doctor.RunAsync("Quota", null, bench.Call)).Status);
    }

    [Theory]
    [InlineData("""{"workers_observability":true}""", CheckStatus.Warning)]
    [InlineData("""{"workers_observability":false}""", CheckStatus.Passed)]
    [InlineData("""{"state":"x"}""", CheckStatus.Unknown)]
    public async Task The_log_system_is_told(string result, CheckStatus expected)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        Assert.Equal(expected, (await bench.Client.Doctor.RunAsync("Log system", Bench.Account, bench.Call)).Status);
    }

    [Fact]
    public async Task An_unknown_check_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new Bench().Client.Doctor.RunAsync("Weather", null, new Bench().Call));

    [Fact]
    public async Task An_accounts_own_token_is_found_when_the_account_is_given()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(401, 1000, "Invalid API Token")).Then(() => Answers.Ok("""{"id":"tok","status":"active"}"""));
        TokenVerification token = await bench.Client.Accounts.VerifyTokenAsync(Bench.Account, bench.Call);
        Assert.Equal(("tok", "Account"), (token.Id, token.Owner));
        bench = new Bench();
        bench.Service.Then(() => Answers.Fail(401, 1000, "Invalid API Token"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Accounts.VerifyTokenAsync(null, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Unauthorized, error.Kind);
        Assert.Contains("give the account id", error.RecommendedAction, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, AiGatewayConnectionCheck>> RunAsync(IAiGatewayClient client, Server server, string? account)
    {
        var results = new Dictionary<string, AiGatewayConnectionCheck>();
        foreach (string check in client.Doctor.Checks)
        {
            results[check] = await client.Doctor.RunAsync(check, account, server.Call);
        }

        Assert.Equal(client.Doctor.Checks, results.Values.Select(r => r.Name));
        return results;
    }
}
