namespace CloudflareAiGateway.Emulator;

/// <summary>What calls to models need to know of other resources. Here is where they are joined.</summary>
internal sealed record InferenceSources
{
    public IStoredKeySource StoredKeys { get; init; } = new NoStoredKeys();

    public IRouteGraphSource Routes { get; init; } = new NoRoutes();

    public ICustomProviderSource CustomProviders { get; init; } = new NoCustomProviders();

    public IPriceSource Prices { get; init; } = new NoPrices();

    public ICreditSource Credits { get; init; } = new EndlessCredits();
}
