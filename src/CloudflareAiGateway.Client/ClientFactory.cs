using System;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>Makes clients. The loader finds it by this name; connections and quotas are shared by everything that one factory makes.</summary>
internal sealed class ClientFactory : IClientFactory
{
    private static readonly ClientServices s_process = new(TimeProvider.System, Random.Shared.NextDouble);

    private readonly ClientServices _services;

    /// <summary>A factory over the connections and quotas of the process.</summary>
    public ClientFactory()
        : this(s_process)
    {
    }

    /// <summary>A factory over services of its own, with their clock and randomness.</summary>
    internal ClientFactory(ClientServices services) => _services = services;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A base address breaks <see cref="EndpointRule"/>.</exception>
    public IAiGatewayClient Create(ConnectionOptions options, HttpMessageHandler? emulator)
    {
        _ = WireJson.WarmUpAsync();
        var token = new TokenSource(options.ApiToken);

        // Emulators keep their own accounts: what one of them limits says nothing about another.
        QuotaGovernor governor = emulator is null
            ? _services.Quotas.For(token)
            : new QuotaGovernor(_services.Clock, countsOwnCalls: false);
        var settings = new ClientSettings(options, governor, token);
        HttpClient http = emulator is null ? _services.Transports.Shared(options) : _services.Transports.Own(emulator);
        return new AiGatewayClient(http, settings, _services.Clock, _services.Random);
    }
}
