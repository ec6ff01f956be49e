using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Runs the checks; their order is the order in which a fault in one explains the next.</summary>
internal sealed class ConnectionDoctor : IConnectionDoctor
{
    private static readonly ICheck[] s_checks =
    [
        new ApiHostCheck(),
        new ClockCheck(),
        new TokenCheck(),
        new TokenExpiryCheck(),
        new AccountCheck(),
        new GatewayReadCheck(),
        new GatewayEditCheck(),
        new GatewayHostCheck(),
        new GatewayRunCheck(),
        new WorkersAiCheck(),
        new SecretsStoreCheck(),
        new LogSystemCheck(),
        new QuotaCheck(),
    ];

    private static readonly string[] s_names = Array.ConvertAll(s_checks, check => check.Name);

    private readonly ApiTransport _transport;
    private readonly IAccountClient _accounts;
    private readonly IGatewayClient _gateways;

    /// <summary>Takes what the checks work with.</summary>
    public ConnectionDoctor(ApiTransport transport)
    {
        _transport = transport;
        _accounts = new AccountClient(transport);
        _gateways = new GatewayClient(transport);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Checks => s_names;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no check of that name.</exception>
    public async Task<AiGatewayConnectionCheck> RunAsync(string check, string? accountId, CallContext call)
    {
        ICheck found = Array.Find(s_checks, candidate => string.Equals(candidate.Name, check, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no check '{check}'. There are: {string.Join(", ", s_names)}.", nameof(check));
        try
        {
            return await found.RunAsync(new Examination(_transport, _accounts, _gateways, accountId, call)).ConfigureAwait(false);
        }
        catch (AiGatewayException exception)
        {
            return new AiGatewayConnectionCheck(found.Name, CheckStatus.Failed, exception.Message, exception.RecommendedAction);
        }
    }
}
