namespace CloudflareAiGateway.Emulator;

/// <summary>No account has made a provider.</summary>
internal sealed class NoCustomProviders : ICustomProviderSource
{
    public CustomProviderTarget? Find(StateTables tables, string accountId, string slug) => null;
}
