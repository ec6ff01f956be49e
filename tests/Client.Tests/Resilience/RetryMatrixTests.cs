using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The retry table of the design, cell by cell.</summary>
public class RetryMatrixTests
{
    public static TheoryData<int> Repeatable => [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530];

    public static TheoryData<int> Final => [400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505, 528];

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task Idempotent_calls_repeat_what_may_pass(int status)
    {
        foreach (string method in new[] { "GET", "PUT", "PATCH", "DELETE" })
        {
            var bench = new Bench();
            bench.Service.Then(() => Answers.Fail(status)).Then(() => Answers.Ok());
            ApiReply reply = await bench.Transport.SendAsync(Bench.Request(method), bench.Call);
            Assert.Equal(200, reply.Status);
            Assert.Equal(2, bench.Service.Sent.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task No_call_repeats_what_will_not_pass(int status)
    {
        foreach (RepeatRule rule in Enum.GetValues<RepeatRule>())
        {
            var bench = new Bench();
            bench.Service.Then(() => Answers.Fail(status)).Then(() => Answers.Ok());
            AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request("POST", rule), bench.Call));
            Assert.Equal(status, error.StatusCode);
            Assert.Single(bench.Service.Sent);
        }
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task Named_creates_repeat_only_the_throttled(int status)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status)).Then(() => Answers.Ok());
        ApiOutcome outcome = await bench.Transport.TrySendAsync(Bench.Request("POST", RepeatRule.NamedCreate), bench.Call);
        Assert.Equal(status == 429 ? 2 : 1, bench.Service.Sent.Count);
        Assert.Equal(status != 429, outcome.IsAmbiguous);
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task Money_is_never_moved_twice(int status)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status)).Then(() => Answers.Ok());
        ApiOutcome outcome = await bench.Transport.TrySendAsync(Bench.Request("POST", RepeatRule.NeverRepeat), bench.Call);
        Assert.NotNull(outcome.Error);
        Assert.Single(bench.Service.Sent);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task What_was_provably_not_sent_is_repeated_by_every_rule(HttpRequestError error)
    {
        foreach (RepeatRule rule in Enum.GetValues<RepeatRule>())
        {
            var bench = new Bench();
            bench.Service.ThenThrow(() => new HttpRequestException(error, "no")).Then(() => Answers.Ok());
            await bench.Transport.SendAsync(Bench.Request("POST", rule), bench.Call);
            Assert.Equal(2, bench.Service.Sent.Count);
        }
    }

    [Theory]
    [InlineData(nameof(RepeatRule.Idempotent), 2)]
    [InlineData(nameof(RepeatRule.NamedCreate), 1)]
    [InlineData(nameof(RepeatRule.NeverRepeat), 1)]
    public async Task A_broken_connection_leaves_it_open(string name, int attempts)
    {
        RepeatRule rule = Enum.Parse<RepeatRule>(name);
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok());
        ApiOutcome outcome = await bench.Transport.TrySendAsync(Bench.Request("POST", rule), bench.Call);
        Assert.Equal(attempts, bench.Service.Sent.Count);
        Assert.Equal(attempts == 1, outcome.IsAmbiguous);
    }

    [Fact]
    public async Task A_cut_body_is_repeated_and_named_in_the_end()
    {
        var bench = new Bench(retries: 2);
        bench.Service.Then(() => Answers.Json(200, "{\"success\":true,\"result\":{\"id\":\"pr"));
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal("Could not probe the service: the answer was cut off (tried 3 times).", error.Message);
        Assert.Equal(3, bench.Service.Sent.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task The_user_sets_how_often(int retries)
    {
        var bench = new Bench(retries);
        bench.Service.Then(() => Answers.Fail(503));
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Unavailable, error.Kind);
        Assert.Equal(retries + 1, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task A_proxy_that_wants_credentials_is_asked_once()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(() => new HttpRequestException(
            HttpRequestError.ProxyTunnelError, "407", null, System.Net.HttpStatusCode.ProxyAuthenticationRequired));
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Single(bench.Service.Sent);
        Assert.Contains("-ProxyCredential", error.RecommendedAction, StringComparison.Ordinal);
    }
}
