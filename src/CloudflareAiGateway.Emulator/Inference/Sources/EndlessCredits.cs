namespace CloudflareAiGateway.Emulator;

/// <summary>Credits that are never used up.</summary>
internal sealed class EndlessCredits : ICreditSource
{
    public bool HasCredits(StateTables tables, string accountId) => true;
}
