using System;
using System.Collections.Concurrent;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>
/// The client behind a connection. A resource is found by its name: <c>IGatewayClient</c> is <see cref="GatewayClient"/>, made from the
/// transport when it is first asked for.
/// </summary>
internal sealed class AiGatewayClient : IAiGatewayClient
{
    private readonly ConcurrentDictionary<Type, object> _resources = new();
    private readonly ApiTransport _transport;

    /// <summary>Joins the resources over one transport.</summary>
    public AiGatewayClient(HttpClient http, ClientSettings settings, TimeProvider clock, Func<double> random) =>
        _transport = new ApiTransport(http, settings, clock, random);

    /// <inheritdoc/>
    public T Resource<T>()
        where T : class => (T)_resources.GetOrAdd(typeof(T), static (type, transport) => Create(type, transport), _transport);

    private static object Create(Type contract, ApiTransport transport)
    {
        string name = $"{typeof(AiGatewayClient).Namespace}.{contract.Name[1..]}";
        return Activator.CreateInstance(typeof(AiGatewayClient).Assembly.GetType(name, throwOnError: true)!, transport)!;
    }
}
