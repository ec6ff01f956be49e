using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Runtime;

/// <summary>Ctrl+C ends a command at once, wherever it waits, without an error and without a further request.</summary>
public sealed class StopTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void In_a_call() => StopsAt(
        new JsonObject { ["path"] = "*/gateways/prod-api", ["times"] = -1, ["delay_ms"] = 60_000 }, "Get-AiGateway prod-api");

    [Fact]
    public void In_a_backoff() => StopsAt(
        new JsonObject { ["path"] = "*/gateways/prod-api", ["times"] = -1, ["status"] = 503, ["headers"] = new JsonObject { ["Retry-After"] = "60" } }, "Get-AiGateway prod-api");

    [Fact]
    public void In_a_write() => StopsAt(
        new JsonObject { ["method"] = "POST", ["path"] = "*/gateways", ["times"] = -1, ["delay_ms"] = 60_000 }, "New-AiGateway prod-api");

    [Fact]
    public void In_a_quota_wait()
    {
        // A token of its own: the quota belongs to the token, and other tests use theirs.
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "thirsty-token", ["permissions"] = new JsonArray("all") });
        Run($"Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("thirsty-token")));
        Emulator.Quota(limit: 3, window: 120, block: 120);
        using EngineRun run = Session.BeginRun("1..50 | ForEach-Object { Get-AiGateway }");
        WaitForRequests(2);
        AssertStops(run);
    }

    [Fact]
    public void Select_First_ends_the_requests()
    {
        Run("1..120 | ForEach-Object { 'gw-{0:d3}' -f $_ } | New-AiGateway");
        Emulator.ForgetRequests();
        Assert.Equal(3, Run("Get-AiGateway | Select-Object -First 3").Output.Count);
        Assert.Single(Emulator.Requests());
    }

    private void StopsAt(JsonObject fault, string script)
    {
        Emulator.Fault(fault);
        Emulator.ForgetRequests();
        using EngineRun run = Session.BeginRun(script);
        WaitForRequests(1);
        AssertStops(run);
    }

    private static void AssertStops(EngineRun run)
    {
        var watch = Stopwatch.StartNew();
        run.Stop();
        EngineResult result = run.Wait(TimeSpan.FromSeconds(30));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        Assert.True(result.Stopped);
        Assert.Empty(result.Errors);
    }

    private void WaitForRequests(int count) =>
        Assert.True(SpinWait.SpinUntil(() => Emulator.Requests().Count(r => !r.Contains("verify", StringComparison.Ordinal)) >= count, TimeSpan.FromSeconds(30)), "No request came.");
}
