using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A client over the emulator, both on one clock that only moves when told: for work that takes several resources and waits.</summary>
internal sealed class TwinBench : IDisposable
{
    public const string Account = EmulatorOptions.DefaultAccountId;

    public TwinBench(EmulatorBehaviour? behaviour = null, int retries = 0)
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        App = new EmulatorApp(new EmulatorOptions { TimeProvider = Clock, Behaviour = behaviour ?? new EmulatorBehaviour() });
        var services = new ClientServices(Clock, () => 0);
        var options = new ConnectionOptions { ApiToken = Bench.Secret(EmulatorOptions.DefaultToken), MaximumRetryCount = retries };
        var token = new TokenSource(options.ApiToken);
        HttpClient http = services.Transports.Own(App.CreateHandler());
        Client = new AiGatewayClient(http, new ClientSettings(options, services.Quotas.For(token), token), Clock, services.Random);
    }

    public FakeTimeProvider Clock { get; }

    public EmulatorApp App { get; }

    public AiGatewayClient Client { get; }

    public RecordingSink Sink { get; } = new();

    public CallContext Call => new(Sink, default);

    /// <summary>Lets the clock run until the work is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(work, Task.Delay(1));
        }

        return await work;
    }

    public async Task<AiGatewayException> FailAsync<T>(Task<T> work) => await Xunit.Assert.ThrowsAsync<AiGatewayException>(() => RunAsync(work));

    /// <summary>The requests that change something, as <c>POST …</c> below the account.</summary>
    public IReadOnlyList<string> Writes() =>
        [.. App.Requests.Where(request => request.Method != "GET").Select(request => $"{request.Method} {request.Path[(request.Path.IndexOf(Account, StringComparison.Ordinal) + Account.Length)..]}")];

    /// <summary>The bodies that were sent to paths that end so.</summary>
    public IReadOnlyList<string> Bodies(string method, string ending) =>
        [.. App.Requests.Where(request => request.Method == method && request.Path.EndsWith(ending, StringComparison.Ordinal)).Select(request => request.Body!)];

    /// <summary>Lets requests go wrong with a status; -1 times for all.</summary>
    public void Fault(string method, string path, int status, string? body = null, int times = 1, bool apply = false) =>
        App.AddFault(new EmulatorFault { Method = method, Path = path, Status = status, Body = body, Times = times, Apply = apply });

    public void Dispose() => App.Dispose();
}
