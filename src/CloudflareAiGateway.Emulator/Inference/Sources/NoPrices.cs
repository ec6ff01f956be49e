namespace CloudflareAiGateway.Emulator;

/// <summary>No account has set a price.</summary>
internal sealed class NoPrices : IPriceSource
{
    public TokenPrice? Find(StateTables tables, string accountId, string provider, string model) => null;
}
