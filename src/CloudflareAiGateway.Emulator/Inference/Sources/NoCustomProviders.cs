namespace CloudflareAiGateway.Emulator;

/// <summary>No account has made a provider.</summary>
internal sealed class NoCustomProviders : ICustomProviderSource
{
    public CustomProvider? Find(StateTables tables, string accountId, string slug) => null;
}
