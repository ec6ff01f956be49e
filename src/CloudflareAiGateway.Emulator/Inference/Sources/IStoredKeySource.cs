using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The providers' keys that gateways have stored.</summary>
internal interface IStoredKeySource
{
    /// <summary>Whether a gateway has a key that works.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="provider">The provider's slug.</param>
    /// <param name="alias">The key's alias; null for the default one.</param>
    /// <param name="now">The time: a new key takes a while to work.</param>
    bool Has(StateTables tables, string accountId, string gatewayId, string provider, string? alias, DateTimeOffset now);

    /// <summary>The aliases of a gateway's keys of a provider, for an error that lists them.</summary>
    IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider);
}
