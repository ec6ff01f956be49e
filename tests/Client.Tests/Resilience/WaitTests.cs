using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class WaitTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(6, 8)]
    [InlineData(1000, 8)]
    public void Backoff_doubles_up_to_eight_seconds_with_full_jitter(int failures, double ceiling)
    {
        Assert.Equal(TimeSpan.Zero, Backoff.Jittered(failures, 0));
        Assert.Equal(TimeSpan.FromSeconds(ceiling / 2), Backoff.Jittered(failures, 0.5));
        Assert.True(Backoff.Jittered(failures, 0.999) < TimeSpan.FromSeconds(ceiling));
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_obeyed_and_announced()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(503, 7000, "Busy", ("Retry-After", "7"))).Then(() => Answers.Ok());
        DateTimeOffset start = bench.Clock.GetUtcNow();
        await bench.RunAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.True(bench.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(7));
        Assert.Contains("Waiting 7.0 s before attempt 2 of 5 to probe the service: the service answered 503.", bench.Sink.Of(DiagnosticKind.Verbose));
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_obeyed_and_a_long_wait_is_a_warning()
    {
        var bench = new Bench();
        DateTimeOffset start = bench.Clock.GetUtcNow();
        string date = start.AddSeconds(40).ToString("R");
        bench.Service.Then(() => Answers.Fail(429, 971, "Slow down", ("Retry-After", date))).Then(() => Answers.Ok());
        await bench.RunAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call), step: 5);
        Assert.True(bench.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(40));
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Warning), text => text.StartsWith("Waiting 40.0 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    [InlineData("Sat, 01 Nov 2025 12:00:00 GMT")]
    public async Task A_retry_after_without_sense_falls_back_to_backoff(string value)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(503, 7000, "Busy", ("Retry-After", value))).Then(() => Answers.Ok());
        await bench.Transport.SendAsync(Bench.Request(), bench.Call);
        Assert.Contains(bench.Sink.Of(DiagnosticKind.Verbose), text => text.StartsWith("Waiting 0.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_block_of_five_minutes_is_waited_out_within_the_deadline()
    {
        var bench = new Bench();
        DateTimeOffset start = bench.Clock.GetUtcNow();
        bench.Service.Then(() => Answers.Fail(429, 971, "Please wait", ("Retry-After", "300"))).Then(() => Answers.Ok());
        await bench.RunAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call), step: 10);
        TimeSpan waited = bench.Clock.GetUtcNow() - start;
        Assert.InRange(waited, TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(330));
    }

    [Fact]
    public async Task A_block_beyond_the_deadline_fails_at_once_and_says_when_to_come_back()
    {
        var bench = new Bench(deadline: 60);
        bench.Service.Then(() => Answers.Fail(429, 971, "Please wait", ("Retry-After", "300")));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.RateLimited, error.Kind);
        Assert.Equal(TimeSpan.FromSeconds(300), error.RetryAfter);
        Assert.Equal("Try again in 300 s, or allow a longer deadline when connecting.", error.RecommendedAction);
        Assert.Contains("asks to wait 300 s, longer than the 60 s left", error.Message, StringComparison.Ordinal);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task While_blocked_a_second_call_fails_at_once_without_being_sent()
    {
        var bench = new Bench(deadline: 60);
        bench.Service.Then(() => Answers.Fail(429, 971, "Please wait", ("Retry-After", "300")));
        await Assert.ThrowsAsync<AiGatewayException>(() => bench.Transport.SendAsync(Bench.Request(), bench.Call));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.RateLimited, error.Kind);
        Assert.Equal(TimeSpan.FromSeconds(300), error.RetryAfter);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task The_deadline_counts_all_waits()
    {
        var bench = new Bench(deadline: 10, retries: 100, random: 0.99);
        DateTimeOffset start = bench.Clock.GetUtcNow();
        bench.Service.Then(() => Answers.Fail(502));
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call), step: 0.1);
        Assert.Equal(AiGatewayErrorKind.Unavailable, error.Kind);
        Assert.True(bench.Clock.GetUtcNow() - start <= TimeSpan.FromSeconds(10));
        Assert.InRange(bench.Service.Sent.Count, 3, 7);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_repeated()
    {
        var bench = new Bench(attempt: 5);
        bench.Service.ThenHang().Then(() => Answers.Ok());
        await bench.RunAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Contains(bench.Sink.All, text => text.Contains("no complete answer within 5 s", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Attempts_that_all_hang_are_a_time_out_and_not_a_stop()
    {
        var bench = new Bench(attempt: 5, retries: 1);
        bench.Service.ThenHang();
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Timeout, error.Kind);
        Assert.Equal("Could not probe the service: no complete answer came within 5 s (tried 2 times).", error.Message);
        Assert.Null(error.StatusCode);
    }

    [Fact]
    public async Task A_hang_beyond_the_deadline_names_the_deadline()
    {
        var bench = new Bench(attempt: 100, deadline: 8);
        bench.Service.ThenHang();
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Timeout, error.Kind);
        Assert.Contains("the deadline of 8 s passed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_recovers_leaves_a_trace_of_every_attempt()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Refused).ThenThrow(Answers.Refused).Then(() => Answers.Ok());
        await bench.Transport.SendAsync(Bench.Request(), bench.Call);
        Assert.Equal(2, bench.Sink.Of(DiagnosticKind.Verbose).Count(text => text.StartsWith("Waiting", StringComparison.Ordinal)));
        Assert.Contains("GET /client/v4/probe 200 in 0 ms (ray 8a1b2c3d4e5f-FRA)", bench.Sink.Of(DiagnosticKind.Verbose));
    }
}
