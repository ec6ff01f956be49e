using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class GovernorTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<TimeSpan> _waits = [];

    [Fact]
    public async Task Calls_above_the_reserve_pass_at_once()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(100, TimeSpan.FromSeconds(30), 1200), null);
        for (int i = 0; i < 70; i++)
        {
            await AcquireAsync(governor);
            governor.Observe(new QuotaReport(99 - i, TimeSpan.FromSeconds(30), 1200), null);
            governor.Release();
        }

        Assert.Empty(_waits);
    }

    [Fact]
    public async Task At_the_reserve_each_call_waits_its_share_of_the_window()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(9, TimeSpan.FromSeconds(30), 1200), null);
        Task wait = AcquireAsync(governor);
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Single(_waits));
        _clock.Advance(TimeSpan.FromSeconds(3));
        await wait;
    }

    [Fact]
    public async Task With_nothing_left_all_wait_for_the_window_to_end()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(0, TimeSpan.FromSeconds(30), 1200), null);
        Task wait = AcquireAsync(governor);
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_waits));
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;
    }

    [Fact]
    public async Task A_window_that_ends_earlier_than_said_before_is_believed()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(1199, TimeSpan.FromSeconds(300), 1200), null);
        governor.Observe(new QuotaReport(0, TimeSpan.FromSeconds(2), 20), null);
        Task wait = AcquireAsync(governor);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(_waits));
        _clock.Advance(TimeSpan.FromSeconds(2));
        await wait;
    }

    [Fact]
    public async Task Calls_in_flight_count_as_used()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(3, TimeSpan.FromSeconds(40), 10), null);
        await AcquireAsync(governor);
        await AcquireAsync(governor);
        Assert.Empty(_waits);
        Task third = AcquireAsync(governor);
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.Single(_waits));
        _clock.Advance(TimeSpan.FromSeconds(20));
        await third;
        Task fourth = AcquireAsync(governor);
        Assert.Equal(2, _waits.Count);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await fourth;
    }

    [Fact]
    public void An_answer_that_was_overtaken_does_not_raise_the_count()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(new QuotaReport(5, TimeSpan.FromSeconds(30), 100), null);
        governor.Observe(new QuotaReport(8, TimeSpan.FromSeconds(30), 100), null);
        Assert.Equal(5, governor.Snapshot().Remaining);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Null(governor.Snapshot().Remaining);
        governor.Observe(new QuotaReport(99, TimeSpan.FromSeconds(30), 100), null);
        Assert.Equal(99, governor.Snapshot().Remaining);
    }

    [Fact]
    public async Task Our_own_count_stops_at_1200_in_any_five_minutes()
    {
        var governor = new QuotaGovernor(_clock);
        for (int i = 0; i < CallWindow.Capacity; i++)
        {
            if (i == 600)
            {
                _clock.Advance(TimeSpan.FromSeconds(100));
            }

            await AcquireAsync(governor);
            governor.Release();
        }

        Assert.Empty(_waits);
        Task wait = AcquireAsync(governor);
        Assert.InRange(Assert.Single(_waits), TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(201));
        _clock.Advance(TimeSpan.FromSeconds(201));
        await wait;
        governor.Release();
        for (int i = 0; i < 599; i++)
        {
            await AcquireAsync(governor);
            governor.Release();
        }

        Assert.Single(_waits);
    }

    [Fact]
    public async Task What_the_service_says_goes_before_our_own_count()
    {
        var governor = new QuotaGovernor(_clock);
        for (int i = 0; i < 3 * CallWindow.Capacity; i++)
        {
            governor.Observe(new QuotaReport(50_000, TimeSpan.FromSeconds(60), 60_000), null);
            await AcquireAsync(governor);
            governor.Release();
        }

        Assert.Empty(_waits);
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_the_deadline_fails_at_once()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(null, TimeSpan.FromSeconds(300));
        QuotaWaitException error = await Assert.ThrowsAsync<QuotaWaitException>(
            () => governor.AcquireAsync(new CallBudget(TimeSpan.FromSeconds(60), _clock), _waits.Add, default));
        Assert.Equal(TimeSpan.FromSeconds(300), error.Wait);
        Assert.Equal(TimeSpan.FromSeconds(300), governor.Snapshot().BlockedFor);
        Assert.Empty(_waits);
    }

    [Fact]
    public async Task A_stop_ends_the_wait()
    {
        var governor = new QuotaGovernor(_clock);
        governor.Observe(null, TimeSpan.FromSeconds(300));
        using var stop = new CancellationTokenSource();
        Task wait = governor.AcquireAsync(new CallBudget(TimeSpan.FromSeconds(600), _clock), _waits.Add, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Two_clients_with_one_token_share_it()
    {
        var services = new ClientServices(_clock, () => 0);
        var one = new Bench(services: services, clock: _clock, deadline: 60);
        var two = new Bench(services: services, clock: _clock, deadline: 60);
        one.Service.Then(() => Answers.Fail(429, 971, "Please wait", ("Retry-After", "300")));
        two.Service.Then(() => Answers.Ok());
        await Assert.ThrowsAsync<AiGatewayException>(() => one.Transport.SendAsync(Bench.Request(), one.Call));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => two.Transport.SendAsync(Bench.Request(), two.Call));
        Assert.Equal(AiGatewayErrorKind.RateLimited, error.Kind);
        Assert.Empty(two.Service.Sent);
        Assert.NotSame(services.Quotas.For(new TokenSource(Bench.Secret("another-token"))), one.Transport.Settings.Governor);
    }

    [Fact]
    public void Emulators_share_nothing()
    {
        var factory = new ClientFactory(new ClientServices(_clock, () => 0));
        var options = new ConnectionOptions { ApiToken = Bench.Secret("t") };
        Assert.NotSame(factory.Create(options, new ScriptedHandler()), factory.Create(options, new ScriptedHandler()));
    }

    [Theory]
    [InlineData("\"default\";r=50;t=30", "\"burst\";q=100;w=60", 50, 30, 100)]
    [InlineData("\"a\";r=50;t=30, \"b\";r=7;t=200", "\"a\";q=100;w=60, \"b\";q=1200;w=300", 7, 200, 100)]
    [InlineData("default; r=1; t=2", null, 1, 2, null)]
    [InlineData("\"x\";r=-1;t=2, \"y\";r=4;t=5", "nonsense", 4, 5, null)]
    public void Headers_are_read(string state, string? policy, int remaining, int reset, int? limit)
    {
        QuotaReport report = Read(state, policy)!;
        Assert.Equal(new QuotaReport(remaining, TimeSpan.FromSeconds(reset), limit), report);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("\"default\";r=x;t=30")]
    [InlineData("\"default\";r=5")]
    [InlineData("\"default\";r=99999999999999;t=1")]
    public void Malformed_headers_are_ignored(string state) => Assert.Null(Read(state, null));

    private static QuotaReport? Read(string state, string? policy)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Ratelimit", state);
        if (policy is not null)
        {
            response.Headers.TryAddWithoutValidation("Ratelimit-Policy", policy);
        }

        return RateLimitHeaders.Read(response.Headers);
    }

    private Task AcquireAsync(QuotaGovernor governor) =>
        governor.AcquireAsync(new CallBudget(TimeSpan.FromSeconds(600), _clock), _waits.Add, default);
}
