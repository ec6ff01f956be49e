namespace CloudflareAiGateway.Emulator;

/// <summary>What calls to models need to know of other resources. Here is where they are joined.</summary>
internal sealed record InferenceSources
{
    public IStoredKeySource StoredKeys { get; init; } = new StoredKeySource();

    public IRouteGraphSource Routes { get; init; } = new DeployedRouteSource();

    public ICustomProviderSource CustomProviders { get; init; } = new CustomProviderSource();

    public IPriceSource Prices { get; init; } = new ModelPriceSource();

    public ICreditSource Credits { get; init; } = new AccountCreditSource();
}
