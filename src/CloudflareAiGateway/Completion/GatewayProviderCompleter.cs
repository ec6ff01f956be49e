namespace CloudflareAiGateway.Completion;

/// <summary>Completes custom providers as gateways name them, <c>custom-{slug}</c>.</summary>
public sealed class GatewayProviderCompleter : CustomProviderSlugCompleter
{
    private protected override string TextOf(AiGatewayCustomProvider provider) => provider.GatewaySlug;
}
