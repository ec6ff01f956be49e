using System;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>The client behind a connection. A new resource is one more member here.</summary>
internal sealed class AiGatewayClient : IAiGatewayClient
{
    /// <summary>Joins the resources over one transport.</summary>
    public AiGatewayClient(HttpClient http, ClientSettings settings, TimeProvider clock, Func<double> random)
    {
        var transport = new ApiTransport(http, settings, clock, random);
        Accounts = new AccountClient(transport);
        Gateways = new GatewayClient(transport);
        Logs = new LogClient(transport);
        Doctor = new ConnectionDoctor(transport, Accounts, Gateways);
    }

    /// <inheritdoc/>
    public IAccountClient Accounts { get; }

    /// <inheritdoc/>
    public IGatewayClient Gateways { get; }

    /// <inheritdoc/>
    public ILogClient Logs { get; }

    /// <inheritdoc/>
    public IConnectionDoctor Doctor { get; }
}
