using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Inference;

/// <summary>Stops, runspaces and secrets.</summary>
public sealed class CallRuntimeTests : ModuleTest
{
    private const string Canary = "sk-provider-canary-271828";

    public CallRuntimeTests(EmulatorProcess emulator)
        : base(emulator) => Run("New-AiGateway prod-api -CollectLogs $true");

    [Theory]
    [InlineData("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'a b c d e f' -Stream", "piece_delay_ms", 1500, 1)]
    [InlineData("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'a b c d e f'", "delay_ms", 60_000, 0)]
    [InlineData("Invoke-AiGatewayRequest prod-api openai models", "delay_ms", 60_000, 0)]
    public void A_stop_ends_a_call_within_a_second(string script, string fault, int delay, int pieces)
    {
        Emulator.Post("/_emulator/providers", new JsonObject { [fault] = delay, ["times"] = -1 });
        Emulator.ForgetRequests();
        using EngineRun run = Session.BeginRun(script);
        Assert.True(
            SpinWait.SpinUntil(() => pieces > 0 ? run.Output.Count >= pieces : WasAsked(), TimeSpan.FromSeconds(30)), "Nothing came.");
        var watch = Stopwatch.StartNew();
        run.Stop();
        EngineResult result = run.Wait(TimeSpan.FromSeconds(30));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        Assert.True(result.Stopped);
        Assert.Empty(result.Errors);
        Assert.Equal(pieces, result.Output.Count);
    }

    [Fact]
    public void Eight_runspaces_lose_no_answer()
    {
        EngineResult result = Run(
            """
            $connection = Get-AiGatewayConnection
            1..80 | ForEach-Object -ThrottleLimit 8 -Parallel {
                Import-Module $using:path
                $stream = $_ % 2 -eq 0
                $text = -join (Invoke-AiGatewayChat prod-api openai/gpt-5-mini "number $_" -Connection $using:connection -Raw -Stream:$stream)
                "$_=$text"
            }
            """,
            ("path", BuiltModule.ManifestPath));
        Assert.Equal(
            Enumerable.Range(1, 80).Select(i => $"{i}=gpt-5-mini: number {i}").Order(StringComparer.Ordinal),
            result.Output.Select(o => o.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_providers_key_reaches_the_wire_and_nothing_else()
    {
        Emulator.Post("/_emulator/providers", new JsonObject
        {
            ["model"] = "echo",
            ["times"] = -1,
            ["status"] = 400,
            ["body"] = new JsonObject { ["error"] = new JsonObject { ["message"] = "bad key " + Canary } },
        });
        foreach (string script in new[]
        {
            "Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ProviderKey $key",
            "Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ProviderKey $key -Stream",
            "Invoke-AiGatewayChat prod-api openai/echo hi -ProviderKey $key",
            "Invoke-AiGatewayChat prod-api openai/echo hi -ProviderKey $key -WhatIf",
            "Invoke-AiGatewayChat prod-api anthropic/claude-haiku-4-5 hi -ProviderKey $key",
            "Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ProviderKey $key -ByokAlias x",
            "Invoke-AiGatewayRequest prod-api openai models -ProviderKey $key",
            "Invoke-AiGatewayRequest prod-api openai models -Header @{ Authorization = $key }",
            "Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'openai'; Endpoint = 'chat/completions'; ProviderKey = $key; Query = @{ model = 'echo' } }",
            "Test-AiGatewayModel prod-api openai/echo -ProviderKey $key",
        })
        {
            EngineResult plain = Session.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; " + script, ("key", Token(Canary)));
            EngineResult shown = Session.RunFormatted(script + " | Format-List *", ("key", Token(Canary)));
            foreach (string text in Everything(plain).Concat(Everything(shown)))
            {
                Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
                Assert.DoesNotContain(EmulatorProcess.CanaryToken, text, StringComparison.Ordinal);
            }
        }
    }

    private bool WasAsked() => Emulator.Requests().Any(r => !r.Contains("verify", StringComparison.Ordinal)) || SpinFor(300);

    /// <summary>Calls stand in the journal when they are answered; one that never is has at least had the time to begin.</summary>
    private static bool SpinFor(int milliseconds)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(milliseconds);
        return true;
    }

    private static IEnumerable<string> Everything(EngineResult result) =>
        result.Output.SelectMany(o => o.Properties.Select(p => $"{p.Value}").Append(o.ToString()))
            .Concat(result.Errors.SelectMany(Texts))
            .Concat(result.Verbose.Select(r => r.Message))
            .Concat(result.Debug.Select(r => r.Message))
            .Concat(result.Warnings.Select(r => r.Message))
            .Append(result.HostText);

    private static IEnumerable<string> Texts(ErrorRecord error)
    {
        yield return error.ToString();
        yield return error.ErrorDetails?.RecommendedAction ?? string.Empty;
        yield return $"{error.TargetObject}";
        for (Exception? e = error.Exception; e is not null; e = e.InnerException)
        {
            yield return e.ToString();
        }
    }
}
