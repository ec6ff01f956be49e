using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The providers' keys that a gateway has stored.</summary>
internal interface IStoredKeySource
{
    /// <summary>The aliases under which a gateway has keys that can be used; empty for none.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="gatewayId">The gateway.</param>
    /// <param name="provider">The provider's slug.</param>
    IReadOnlyList<string> Aliases(StateTables tables, string accountId, string gatewayId, string provider);
}
