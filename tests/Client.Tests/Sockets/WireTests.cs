using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class WireTests
{
    private static readonly Dictionary<string, object?> s_settings = new() { ["cache_ttl"] = 300, ["authentication"] = true };

    [Fact]
    public async Task A_gateway_lives_from_creation_to_deletion()
    {
        await using Server server = await Server.StartAsync();
        IAiGatewayClient client = server.Connect();
        AiGateway created = await client.Gateways.CreateAsync(Server.Account, "prod", s_settings, server.Call);
        Assert.Equal(300, created.CacheTtl);
        Assert.Equal(new Uri(server.Address, $"v1/{Server.Account}/prod"), created.Endpoint);
        GatewayUpdatePlan plan = await client.Gateways.PlanUpdateAsync(Server.Account, "prod", new Dictionary<string, object?> { ["cache_ttl"] = 7200 }, server.Call);
        AiGateway updated = await client.Gateways.ApplyUpdateAsync(plan, server.Call);
        Assert.Equal(7200, updated.CacheTtl);
        Assert.True(updated.Authentication);
        ResultPage<AiGateway> page = await client.Gateways.ListAsync(Server.Account, "prod", 1, 20, server.Call);
        Assert.Equal(7200, Assert.Single(page.Items).CacheTtl);
        await client.Gateways.DeleteAsync(Server.Account, "prod", server.Call);
        AiGatewayException gone = await Assert.ThrowsAsync<AiGatewayException>(() => client.Gateways.GetAsync(Server.Account, "prod", server.Call));
        Assert.Equal(AiGatewayErrorKind.NotFound, gone.Kind);
        Assert.Empty(server.Sink.Of(DiagnosticKind.Warning));
    }

    [Fact]
    public async Task All_settings_survive_the_way_there_and_back()
    {
        await using Server server = await Server.StartAsync();
        IAiGatewayClient client = server.Connect();
        var settings = new Dictionary<string, object?>
        {
            ["guardrails"] = new Guardrails { Prompt = new GuardrailCategories { P1 = ContentAction.Block } },
            ["spend_limits"] = new SpendLimits { Enabled = true, Rules = [new SpendLimitRule { Limit = 25, Window = 3600 }] },
            ["otel"] = new[] { new OtelExporter { Url = "https://o.example/v1", Authorization = Bench.Secret("otel-secret") } },
            ["dlp"] = new DlpSettings { Enabled = true, Action = ContentAction.Flag, Profiles = ["a"] },
            ["retry_backoff"] = RetryBackoff.Exponential,
        };
        AiGateway created = await client.Gateways.CreateAsync(Server.Account, "full", settings, server.Call);
        Assert.Equal(ContentAction.Block, created.Guardrails!.Prompt.P1);
        Assert.Equal(25, created.SpendLimits!.Rules[0].Limit);
        GatewayUpdatePlan again = await client.Gateways.PlanUpdateAsync(Server.Account, "full", settings, server.Call);
        Assert.Empty(again.Differences);
    }

    [Fact]
    public async Task A_creation_that_drops_members_is_completed()
    {
        await using Server server = await Server.StartAsync();
        server.App.Behaviour = new EmulatorBehaviour { CreateDropsUpdateOnlyMembers = true };
        var settings = new Dictionary<string, object?> { ["spend_limits"] = new SpendLimits { Enabled = true, Rules = [new SpendLimitRule { Limit = 25, Window = 3600 }] } };
        AiGateway created = await server.Connect().Gateways.CreateAsync(Server.Account, "prod", settings, server.Call);
        Assert.Equal(25, created.SpendLimits!.Rules[0].Limit);
        Assert.Equal(["POST", "PUT"], server.App.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task Unknown_members_survive_an_update()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod","brand_new":{"deep":[1,2]}}""");
        IAiGatewayClient client = server.Connect();
        GatewayUpdatePlan plan = await client.Gateways.PlanUpdateAsync(Server.Account, "prod", new Dictionary<string, object?> { ["cache_ttl"] = 5 }, server.Call);
        AiGateway updated = await client.Gateways.ApplyUpdateAsync(plan, server.Call);
        Assert.True(updated.AdditionalProperties.ContainsKey("brand_new"));
    }

    public static TheoryData<string> Faults => ["reset-before", "reset-inside", "truncate", "malformed", "status"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_read_survives_what_breaks_on_the_way(string fault)
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod","cache_ttl":9}""");
        server.App.AddFault(Fault(fault, apply: false, times: 2));
        AiGateway gateway = await server.Connect().Gateways.GetAsync(Server.Account, "prod", server.Call);
        Assert.Equal(9, gateway.CacheTtl);
        Assert.Equal(3, server.App.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_creation_whose_answer_is_lost_is_found_by_reading_back(string fault)
    {
        await using Server server = await Server.StartAsync();
        server.App.AddFault(Fault(fault, apply: true, method: "POST"));
        AiGateway gateway = await server.Connect().Gateways.CreateAsync(Server.Account, "prod", s_settings, server.Call);
        Assert.Equal(300, gateway.CacheTtl);
        Assert.Equal(["POST", "GET"], server.App.Requests.Select(r => r.Method));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_creation_that_is_lost_on_the_way_is_sent_again(string fault)
    {
        await using Server server = await Server.StartAsync();
        server.App.AddFault(Fault(fault, apply: false, method: "POST"));
        AiGateway gateway = await server.Connect().Gateways.CreateAsync(Server.Account, "prod", s_settings, server.Call);
        Assert.Equal(300, gateway.CacheTtl);
        Assert.Equal(["POST", "GET", "POST"], server.App.Requests.Select(r => r.Method));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_deletion_whose_answer_is_lost_succeeds(string fault)
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod"}""");
        server.App.AddFault(Fault(fault, apply: true, method: "DELETE"));
        await server.Connect().Gateways.DeleteAsync(Server.Account, "prod", server.Call);
        Assert.Equal(["DELETE", "DELETE"], server.App.Requests.Select(r => r.Method));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_ends_a_call_that_hangs(bool insideWait)
    {
        await using Server server = await Server.StartAsync();
        server.App.AddFault(insideWait
            ? new EmulatorFault { Status = 503, Times = -1, Headers = new Dictionary<string, string> { ["Retry-After"] = "30" } }
            : new EmulatorFault { DelayMs = 60_000, Times = -1 });
        using var stop = new CancellationTokenSource();
        Task<AiGateway> work = server.Connect().Gateways.GetAsync(Server.Account, "prod", server.Stoppable(stop.Token));
        while (insideWait ? server.Sink.Of(DiagnosticKind.Warning).Count == 0 : server.App.Requests.Count == 0)
        {
            Assert.False(work.IsCompleted);
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task An_attempt_has_its_own_time_out()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod"}""");
        server.App.AddFault(new EmulatorFault { DelayMs = 60_000 });
        AiGateway gateway = await server.Connect(attempt: 1).Gateways.GetAsync(Server.Account, "prod", server.Call);
        Assert.Equal("prod", gateway.Id);
        Assert.Equal(2, server.App.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using Server server = await Server.StartAsync();
        server.App.AddFault(new EmulatorFault { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = new Uri(server.Address, "client/v4/accounts").AbsoluteUri } });
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => server.Connect().Gateways.GetAsync(Server.Account, "prod", server.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal(302, error.StatusCode);
        Assert.Single(server.App.Requests);
    }

    [Fact]
    public async Task A_host_that_is_down_is_named()
    {
        Uri down = FreeAddress();
        IAiGatewayClient client = new ClientFactory(new ClientServices(TimeProvider.System, () => 0)).Create(
            new ConnectionOptions { ApiToken = Bench.Secret("t"), BaseUri = down, MaximumRetryCount = 1 }, null);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => client.Gateways.GetAsync(Server.Account, "prod", new CallContext(new RecordingSink(), default)));
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.Equal($"Could not read gateway 'prod': {down.Authority} could not be reached (tried 2 times).", error.Message);
    }

    [Fact]
    public async Task A_proxy_that_is_down_is_named_without_its_credentials()
    {
        await using Server server = await Server.StartAsync();
        Uri down = FreeAddress();
        var options = new ConnectionOptions
        {
            ApiToken = Bench.Secret("t"),
            BaseUri = new Uri("https://api.example.invalid/client/v4"),
            Proxy = down,
            ProxyCredential = new NetworkCredential("user", "proxy-canary"),
            MaximumRetryCount = 0,
        };
        IAiGatewayClient client = new ClientFactory(new ClientServices(TimeProvider.System, () => 0)).Create(options, null);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => client.Gateways.GetAsync(Server.Account, "prod", server.Call));
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.Contains($"the proxy {down.Authority}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quota_paces_calls_before_the_service_blocks()
    {
        await using Server server = await Server.StartAsync();
        await server.App.AddGatewaysAsync(Server.Account, """{"id":"prod"}""");
        server.App.SetQuota(new EmulatorQuota { Limit = 4, Window = 2, Block = 60 });
        IAiGatewayClient client = server.Connect();
        for (int i = 0; i < 8; i++)
        {
            await client.Gateways.GetAsync(Server.Account, "prod", server.Call);
        }

        Assert.DoesNotContain(server.App.Requests, request => request.Status == 429);
        Assert.Contains(server.Sink.All, text => text.Contains("quota of calls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_without_the_permission_is_told_which()
    {
        await using Server server = await Server.StartAsync();
        server.App.AddToken(new EmulatorToken { Value = "reader-token", Permissions = [Permission.AiGatewayRead] });
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => server.Connect("reader-token").Gateways.CreateAsync(Server.Account, "prod", s_settings, server.Call));
        Assert.Contains("AI Gateway Edit", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(AiGatewayErrorKind.Forbidden, error.Kind);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new Uri($"http://127.0.0.1:{port}");
    }

    private static EmulatorFault Fault(string name, bool apply, string? method = null, int times = 1) => name switch
    {
        "reset-before" => new EmulatorFault { Method = method, Reset = ResetPoint.Before, Apply = apply, Times = times },
        "reset-inside" => new EmulatorFault { Method = method, Reset = ResetPoint.Inside, Apply = apply, Times = times },
        "truncate" => new EmulatorFault { Method = method, Truncate = 12, Apply = apply, Times = times },
        "malformed" => new EmulatorFault { Method = method, Malformed = true, Apply = apply, Times = times },
        _ => new EmulatorFault { Method = method, Status = 502, Apply = apply, Times = times },
    };
}
