using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A call costs money: it is repeated only where it surely was not answered.</summary>
public class MeteredTests
{
    private const string RateLimited = """{"success":false,"result":[],"messages":[],"error":[{"code":2003,"message":"Rate limited"}],"name":"AiGatewayError"}""";
    private const string Unavailable = """{"success":false,"error":[{"message":"The provider rejected the credentials that Cloudflare manages"}]}""";
    private const string SpendLimit = """{"success":false,"error":[{"code":2045,"message":"Spend limit exceeded: rule 'X'"}]}""";
    private const string Scanner = """{"success":false,"error":[{"code":7013,"message":"Guardrails are unavailable"}]}""";
    private const string Provider = """{"error":{"message":"Rate limit reached for gpt-5-mini","type":"requests","code":"rate_limit_exceeded"}}""";

    public static TheoryData<int, string, string?, int> Answered => new()
    {
        { 429, RateLimited, null, 2 },
        { 503, Unavailable, null, 2 },
        { 429, RateLimited, "cf-aig-step", 1 },
        { 503, Unavailable, "cf-aig-step", 1 },
        { 429, SpendLimit, null, 1 },
        { 503, Scanner, null, 1 },
        { 429, Provider, null, 1 },
        { 503, Provider, null, 1 },
        { 500, Unavailable, null, 1 },
        { 502, "<html>Bad gateway</html>", null, 1 },
        { 504, Unavailable, null, 1 },
        { 408, Unavailable, null, 1 },
    };

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Only_what_the_gateway_turned_away_is_sent_again(int status, string body, string? header, int sent)
    {
        foreach (bool stream in new[] { false, true })
        {
            var bench = new Bench();
            bench.Service
                .Then(() => Answers.Json(status, body, header is null ? [] : [(header, "0")]))
                .Then(() => stream ? Chats.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}]}\n\n") : Answers.Json(200, Chats.OpenAiAnswer));
            Task<bool> run = RunAsync(bench, stream);
            if (sent == 2)
            {
                Assert.True(await bench.RunAsync(run));
            }
            else
            {
                Assert.Equal(status, (await bench.FailAsync(run)).StatusCode);
            }

            Assert.Equal(sent, bench.Service.Sent.Count);
        }
    }

    [Fact]
    public async Task What_was_not_sent_is_sent_again_and_what_broke_is_not()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Refused).ThenThrow(() => new HttpRequestException(HttpRequestError.NameResolutionError)).Then(() => Answers.Json(200, Chats.OpenAiAnswer));
        Assert.True(await bench.RunAsync(RunAsync(bench, stream: false)));
        Assert.Equal(3, bench.Service.Sent.Count);

        var broken = new Bench();
        broken.Service.ThenThrow(Answers.Broken).Then(() => Answers.Json(200, Chats.OpenAiAnswer));
        AiGatewayException error = await broken.FailAsync(RunAsync(broken, stream: false));
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.Contains("billed", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(broken.Service.Sent);
    }

    [Fact]
    public async Task A_providers_limit_does_not_hold_back_the_management_API()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(429, Provider, ("Retry-After", "300"))).Then(() => Answers.Ok(Answers.Gateway));
        Assert.Equal(AiGatewayErrorReason.ProviderRateLimited, (await bench.FailAsync(RunAsync(bench, stream: false))).Reason);
        Assert.Equal("prod", (await bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call)).Id);
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task The_one_attempt_may_take_the_whole_deadline()
    {
        var bench = new Bench(attempt: 10, deadline: 300);
        bench.Service.ThenHang();
        AiGatewayException error = await bench.FailAsync(RunAsync(bench, stream: false), step: 30);
        Assert.Equal(AiGatewayErrorKind.Timeout, error.Kind);
        Assert.Contains("deadline of 300 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("billed", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(bench.Service.Sent);
    }

    private static async Task<bool> RunAsync(Bench bench, bool stream)
    {
        if (stream)
        {
            await bench.Client.Inference.StreamAsync(Chats.Of("openai/gpt-5-mini"), _ => { }, bench.Call);
        }
        else
        {
            await bench.Client.Inference.ChatAsync(Chats.Of("openai/gpt-5-mini"), bench.Call);
        }

        return true;
    }
}
