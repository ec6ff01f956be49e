using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Support;

/// <summary>
/// The emulator as a process of its own on a free port. In this process it would bring assemblies of the module into the default load
/// context, and isolation could not be tested any more.
/// </summary>
public sealed class EmulatorProcess : IAsyncLifetime
{
    public const string AccountId = "0123456789abcdef0123456789abcdef";

    /// <summary>The token of all tests over sockets; no stream and no view may ever show it.</summary>
    public const string CanaryToken = "canary-7f3a91c04e-token";

    private readonly HttpClient _control = new();
    private Process? _process;

    public Uri BaseUri { get; private set; } = null!;

    public string Api => new Uri(BaseUri, "/client/v4").AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        string server = Path.Combine(BuiltModule.RepositoryRoot, Metadata("EmulatorServer"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [server, "--urls", "http://127.0.0.1:0", "--token", CanaryToken + "=all", "--token", "reader-token=AI Gateway Read"];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        string line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? "nothing";
        Assert.StartsWith("Listening on ", line, StringComparison.Ordinal);
        BaseUri = new Uri(line["Listening on ".Length..]);
        _control.BaseAddress = BaseUri;
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        await (_process?.WaitForExitAsync() ?? Task.CompletedTask);
        _process?.Dispose();
        _control.Dispose();
    }

    /// <summary>An empty emulator without faults or journal, its quota the default.</summary>
    public void Reset() => Post("/_emulator/reset", new JsonObject());

    /// <summary>Sets what goes wrong from now on.</summary>
    public void Fault(params JsonObject[] faults) => Post("/_emulator/faults", new JsonArray(faults));

    public void Quota(int limit, int window, int block) =>
        Post("/_emulator/quota", new JsonObject { ["limit"] = limit, ["window"] = window, ["block"] = block });

    /// <summary>Starts the journal anew.</summary>
    public void ForgetRequests()
    {
        using HttpResponseMessage answer = _control.DeleteAsync("/_emulator/requests").GetAwaiter().GetResult();
        Assert.True(answer.IsSuccessStatusCode);
    }

    public void Post(string path, JsonNode body)
    {
        using HttpResponseMessage answer = _control.PostAsJsonAsync(path, body).GetAwaiter().GetResult();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()}");
    }

    /// <summary>Every request since the last reset, as <c>GET /client/v4/…</c>.</summary>
    public IReadOnlyList<string> Requests() =>
        Journal().Select(r => $"{(string?)r!["method"]} {(string?)r["path"]}").ToArray();

    /// <summary>Requests that would change something.</summary>
    public IReadOnlyList<string> Writes() => Requests().Where(r => !r.StartsWith("GET ", StringComparison.Ordinal)).ToArray();

    public JsonArray Journal() => JsonNode.Parse(_control.GetStringAsync("/_emulator/requests").GetAwaiter().GetResult())!.AsArray();

    private static string Metadata(string key) =>
        typeof(EmulatorProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
