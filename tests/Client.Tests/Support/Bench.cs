using System;
using System.Net.Http;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A client over a scripted service, with a clock that only moves when told.</summary>
internal sealed class Bench
{
    public const string Token = "canary-token-5d41402abc4b2a76";
    public const string Account = "0123456789abcdef0123456789abcdef";

    public Bench(
        int retries = 4,
        double deadline = 600,
        double attempt = 100,
        double random = 0,
        ClientServices? services = null,
        FakeTimeProvider? clock = null,
        ScriptedHandler? service = null)
    {
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        Services = services ?? new ClientServices(Clock, () => random);
        Service = service ?? new ScriptedHandler();
        Options = new ConnectionOptions
        {
            ApiToken = Secret(Token),
            AttemptTimeout = TimeSpan.FromSeconds(attempt),
            Deadline = TimeSpan.FromSeconds(deadline),
            MaximumRetryCount = retries,
            UserAgent = "Tests/1.0",
        };
        var token = new TokenSource(Options.ApiToken);
        var settings = new ClientSettings(Options, Services.Quotas.For(token), token);
        HttpClient http = Services.Transports.Own(Service);
        Transport = new ApiTransport(http, settings, Clock, Services.Random);
        Client = new AiGatewayClient(http, settings, Clock, Services.Random);
    }

    public FakeTimeProvider Clock { get; }

    public ClientServices Services { get; }

    public ScriptedHandler Service { get; }

    public ConnectionOptions Options { get; }

    public ApiTransport Transport { get; }

    public AiGatewayClient Client { get; }

    public RecordingSink Sink { get; } = new();

    public CallContext Call => new(Sink, CancellationToken.None);

    public static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        return secret;
    }

    public static ApiRequest Request(string method = "GET", RepeatRule rule = RepeatRule.Idempotent) =>
        new(new HttpMethod(method), "/probe", "probe", "probe the service") { Repeat = rule, Permission = "Probe Edit" };

    /// <summary>Lets the clock run until the work is done, as fast as the work takes notice.</summary>
    public async Task<T> RunAsync<T>(Task<T> work, double step = 1)
    {
        while (!work.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(step));
            await Task.WhenAny(work, Task.Delay(1));
        }

        return await work;
    }

    public async Task<AiGatewayException> FailAsync<T>(Task<T> work, double step = 1) =>
        await Xunit.Assert.ThrowsAsync<AiGatewayException>(() => RunAsync(work, step));

    public CallContext Stoppable(CancellationToken token) => new(Sink, token);
}
