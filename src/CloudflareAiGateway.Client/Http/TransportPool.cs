using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace CloudflareAiGateway.Client;

/// <summary>One set of connections per address and proxy, shared by all clients of the process, with the pipeline in front of it.</summary>
internal sealed class TransportPool
{
    private const string ClientName = "CloudflareAiGateway";

    private readonly ConcurrentDictionary<TransportKey, Lazy<IHttpClientFactory>> _factories = new();
    private readonly TimeProvider _clock;
    private readonly Func<double> _random;

    /// <summary>Takes what the pipeline's handlers need.</summary>
    public TransportPool(TimeProvider clock, Func<double> random)
    {
        _clock = clock;
        _random = random;
    }

    /// <summary>A client over the shared connections for these options.</summary>
    public HttpClient Shared(ConnectionOptions options) =>
        _factories
            .GetOrAdd(
                TransportKey.Of(options),
                _ => new Lazy<IHttpClientFactory>(() => Build(() => NetworkHandler(options)), LazyThreadSafetyMode.ExecutionAndPublication))
            .Value.CreateClient(ClientName);

    /// <summary>A client over a handler of its own, such as an emulator.</summary>
    public HttpClient Own(HttpMessageHandler handler) => Build(() => handler).CreateClient(ClientName);

    private static SocketsHttpHandler NetworkHandler(ConnectionOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the token to wherever it points.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,

            // Long-lived sessions follow DNS changes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (options.Proxy is Uri proxy)
        {
            handler.Proxy = new WebProxy(proxy)
            {
                Credentials = options.ProxyCredential,
                UseDefaultCredentials = options.ProxyUseDefaultCredentials,
            };
        }
        else if (options.ProxyCredential is not null || options.ProxyUseDefaultCredentials)
        {
            handler.DefaultProxyCredentials = options.ProxyCredential ?? CredentialCache.DefaultNetworkCredentials;
        }

        return handler;
    }

    private IHttpClientFactory Build(Func<HttpMessageHandler> primary)
    {
        var services = new ServiceCollection();
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(primary)

            // Connections are renewed by PooledConnectionLifetime; rotating handlers as well would only drop them early.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler(() => new RetryHandler(_clock, _random))
            .AddHttpMessageHandler(() => new QuotaHandler(_clock))
            .AddHttpMessageHandler(() => new AttemptHandler(_clock))
            .AddHttpMessageHandler(() => new LogHandler(_clock))
            .AddHttpMessageHandler(() => new BufferHandler())
            .AddHttpMessageHandler(() => new AuthHandler());
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }
}
