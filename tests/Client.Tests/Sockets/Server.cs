using System;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using CloudflareAiGateway.EmulatorServer;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>The emulator behind a real socket, and a client that talks to it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly EmulatorServerHost _host;

    private Server(EmulatorServerHost host) => _host = host;

    public const string Account = EmulatorOptions.DefaultAccountId;

    public EmulatorApp App => _host.App;

    public Uri Address => _host.BaseUri;

    public RecordingSink Sink { get; } = new();

    public CallContext Call => new(Sink, CancellationToken.None);

    public static async Task<Server> StartAsync() =>
        new(await EmulatorServerHost.StartAsync(new EmulatorServerOptions { Url = new Uri("http://127.0.0.1:0") }));

    /// <summary>A client with connections and quotas of its own; waits take no time, as the jitter is zero.</summary>
    public IAiGatewayClient Connect(string token = EmulatorOptions.DefaultToken, double attempt = 30, double deadline = 60, int retries = 4, Uri? proxy = null) =>
        new ClientFactory(new ClientServices(TimeProvider.System, () => 0)).Create(
            new ConnectionOptions
            {
                ApiToken = Bench.Secret(token),
                BaseUri = new Uri(Address, "client/v4"),
                GatewayBaseUri = new Uri(Address, "v1"),
                AttemptTimeout = TimeSpan.FromSeconds(attempt),
                Deadline = TimeSpan.FromSeconds(deadline),
                MaximumRetryCount = retries,
                Proxy = proxy,
            },
            null);

    public CallContext Stoppable(CancellationToken token) => new(Sink, token);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
