using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>No gateway has stored a key.</summary>
internal sealed class NoStoredKeys : IStoredKeySource
{
    public bool Has(StateTables tables, string accountId, string gatewayId, string provider, string? alias, DateTimeOffset now) => false;

    public IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider) => [];
}
