using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Lets calls to models find stored keys.</summary>
internal sealed class StoredKeySource : IStoredKeySource
{
    public bool Has(StateTables tables, string accountId, string gatewayId, string provider, string? alias, DateTimeOffset now) =>
        ProviderKeyFinder.FindActive(tables, accountId, gatewayId, provider, alias, now) is not null;

    public IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider) =>
        ProviderKeyFinder.Aliases(tables, accountId, gatewayId, provider);
}
