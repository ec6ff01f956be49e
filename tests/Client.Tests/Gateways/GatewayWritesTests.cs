using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Updates that start from one reading, as parallel runspaces make them.</summary>
public class GatewayWritesTests
{
    [Fact]
    public async Task The_second_of_two_updates_from_one_reading_keeps_what_the_first_set()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Answers.Gateway)).Then(() => Answers.Ok(Answers.Gateway));
        GatewayUpdatePlan one = await PlanAsync(bench, "cache_ttl", 60);
        GatewayUpdatePlan two = await PlanAsync(bench, "collect_logs", false);
        bench.Service.Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":60", StringComparison.Ordinal)));
        await bench.Client.Gateways.ApplyUpdateAsync(one, bench.Call);
        await bench.Client.Gateways.ApplyUpdateAsync(two, bench.Call);
        Assert.Equal(["GET", "GET", "PUT", "GET", "PUT"], bench.Service.Sent.Select(sent => sent.Method));
        JsonNode last = JsonNode.Parse(bench.Service.Sent[^1].Body!)!;
        Assert.Equal((60, false), ((int)last["cache_ttl"]!, (bool)last["collect_logs"]!));
    }

    [Fact]
    public async Task An_update_that_another_has_made_already_is_not_sent()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Answers.Gateway)).Then(() => Answers.Ok(Answers.Gateway));
        GatewayUpdatePlan one = await PlanAsync(bench, "cache_ttl", 60);
        GatewayUpdatePlan two = await PlanAsync(bench, "cache_ttl", 60);
        bench.Service.Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":60", StringComparison.Ordinal)));
        await bench.Client.Gateways.ApplyUpdateAsync(one, bench.Call);
        Assert.Equal(60, (await bench.Client.Gateways.ApplyUpdateAsync(two, bench.Call)).CacheTtl);
        Assert.Single(bench.Service.Sent, sent => sent.Method == "PUT");
    }

    [Fact]
    public async Task An_update_alone_reads_no_second_time()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Answers.Gateway));
        await bench.Client.Gateways.ApplyUpdateAsync(await PlanAsync(bench, "cache_ttl", 60), bench.Call);
        await bench.Client.Gateways.ApplyUpdateAsync(await PlanAsync(bench, "cache_ttl", 90), bench.Call);
        Assert.Equal(["GET", "PUT", "GET", "PUT"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task Updates_go_one_at_a_time_and_who_gives_up_lets_nobody_pass()
    {
        var writes = new GatewayWrites();
        var first = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        int running = 0;
        Task<int> one = Run(first.Task, CancellationToken.None);
        Task<int> given = Run(Task.CompletedTask, stop.Token);
        Task<int> last = Run(Task.CompletedTask, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.False(last.IsCompleted);
        Assert.Equal(1, running);
        first.SetResult();
        Assert.Equal((1, 2), (await one, await last));

        Task<int> Run(Task until, CancellationToken token) => writes.RunAsync(
            async () =>
            {
                int place = Interlocked.Increment(ref running);
                await until;
                return place;
            },
            token);
    }

    [Fact]
    public async Task A_failure_makes_room_for_the_next()
    {
        var writes = new GatewayWrites();
        await Assert.ThrowsAsync<HttpRequestException>(() => writes.RunAsync<int>(() => throw new HttpRequestException(), CancellationToken.None));
        Assert.Equal(7, await writes.RunAsync(() => Task.FromResult(7), CancellationToken.None));
    }

    private static Task<GatewayUpdatePlan> PlanAsync(Bench bench, string setting, object value) =>
        bench.Client.Gateways.PlanUpdateAsync(Bench.Account, "prod", new Dictionary<string, object?> { [setting] = value }, bench.Call);
}
