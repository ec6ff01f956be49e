using System;

namespace CloudflareAiGateway.Client;

/// <summary>What clients share: connections, quotas, clock and randomness.</summary>
internal sealed class ClientServices
{
    /// <summary>Makes services of their own.</summary>
    /// <param name="clock">Measures waits and ages.</param>
    /// <param name="random">Gives numbers from 0 to below 1.</param>
    public ClientServices(TimeProvider clock, Func<double> random)
    {
        Clock = clock;
        Random = random;
        Quotas = new QuotaRegistry(clock);
        Transports = new TransportPool(clock, random);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The randomness of the jitter.</summary>
    public Func<double> Random { get; }

    /// <summary>One governor per token.</summary>
    public QuotaRegistry Quotas { get; }

    /// <summary>One set of connections per address and proxy.</summary>
    public TransportPool Transports { get; }
}
