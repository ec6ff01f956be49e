using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class GatewayCreationTests
{
    private static readonly Dictionary<string, object?> s_settings = new() { ["cache_ttl"] = 300, ["authentication"] = true };

    private static readonly Dictionary<string, object?> s_withLimits = new()
    {
        ["spend_limits"] = new SpendLimits { Enabled = true, Rules = [new SpendLimitRule { Limit = 25, Window = 3600 }] },
    };

    [Fact]
    public async Task The_five_required_members_are_filled_in()
    {
        var bench = new Bench();
        bench.Service.Then(EchoAsync);
        AiGateway gateway = await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call);
        Assert.Equal(300, gateway.CacheTtl);
        SentRequest post = Assert.Single(bench.Service.Sent);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"id":"prod","cache_ttl":300,"authentication":true,"cache_invalidate_on_update":false,"collect_logs":true,"rate_limiting_interval":0,"rate_limiting_limit":0}"""),
                JsonNode.Parse(post.Body!)),
            post.Body);
    }

    [Fact]
    public async Task What_the_creation_dropped_is_put()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Answers.Gateway)).Then(EchoAsync);
        AiGateway gateway = await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_withLimits, bench.Call);
        Assert.Equal(25, gateway.SpendLimits!.Rules[0].Limit);
        Assert.Equal(["POST", "PUT"], bench.Service.Sent.Select(s => s.Method));
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task When_that_fails_the_error_says_what_exists_and_what_is_missing()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Answers.Gateway)).Then(() => Answers.Fail(400, 7001, "Bad rule"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_withLimits, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.StartsWith(
            "Gateway 'prod' was created, but these settings are missing: SpendLimits.Enabled, SpendLimits.Rules[0].Limit, SpendLimits.Rules[0].Window. Could not update gateway 'prod'",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("Set-AiGateway", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_exists_already()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(400, 7001, "Gateway already exists"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.AlreadyExists, error.Kind);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task Open_and_there_as_asked_is_success()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":300,\"authentication\":true", StringComparison.Ordinal)));
        AiGateway gateway = await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call);
        Assert.Equal(300, gateway.CacheTtl);
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_not_there_is_sent_again()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(504)).Then(() => Answers.Fail(404, 7002, "Not found")).Then(EchoAsync);
        await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call);
        Assert.Equal(["POST", "GET", "POST"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_there_but_different_is_a_conflict()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok(Answers.Gateway));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, error.Kind);
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task A_taken_name_after_an_open_attempt_is_that_attempts_work()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken)
            .Then(() => Answers.Fail(404, 7002, "Not found"))
            .Then(() => Answers.Fail(400, 7001, "Gateway already exists"))
            .Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":300,\"authentication\":true", StringComparison.Ordinal)));
        await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call);
        Assert.Equal(["POST", "GET", "POST", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task An_open_attempt_that_is_found_without_its_limits_is_completed()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok(Answers.Gateway)).Then(EchoAsync);
        AiGateway gateway = await bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_withLimits, bench.Call);
        Assert.Equal(25, gateway.SpendLimits!.Rules[0].Limit);
        Assert.Equal(["POST", "GET", "PUT"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task When_reading_back_fails_too_the_error_says_that_it_is_open()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Fail(403, 10000, "Authentication error"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.Contains("could not be found out", error.Message, StringComparison.Ordinal);
        Assert.Equal("Look whether it exists before trying again.", error.RecommendedAction);
    }

    [Fact]
    public async Task It_gives_up_after_the_retries()
    {
        var bench = new Bench(retries: 2);
        bench.Service.Then((request, _) => Task.FromResult(request.Method == HttpMethod.Post ? Answers.Fail(502) : Answers.Fail(404, 7002, "Not found")));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => bench.Client.Gateways.CreateAsync(Bench.Account, "prod", s_settings, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Unavailable, error.Kind);
        Assert.Equal(3, bench.Service.Sent.Count(s => s.Method == "POST"));
    }

    /// <summary>Answers with what was sent, as the API does.</summary>
    private static async Task<HttpResponseMessage> EchoAsync(HttpRequestMessage request, CancellationToken token)
    {
        var body = (JsonObject)JsonNode.Parse(await request.Content!.ReadAsStringAsync(token))!;
        body["id"] = "prod";
        return Answers.Ok(body.ToJsonString());
    }
}
