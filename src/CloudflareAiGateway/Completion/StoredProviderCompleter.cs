namespace CloudflareAiGateway.Completion;

/// <summary>Completes providers of which the gateway has a key.</summary>
public sealed class StoredProviderCompleter : ProviderKeyCompleter
{
    private protected override string Text(AiGatewayProviderKey key) => key.ProviderSlug;
}
