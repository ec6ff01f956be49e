using System;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes aliases of the gateway's keys, of one provider when it was typed before.</summary>
public sealed class KeyAliasCompleter : ProviderKeyCompleter
{
    private protected override string Text(AiGatewayProviderKey key) => key.Alias;

    private protected override bool IsOffered(AiGatewayProviderKey key, CompletionScope scope) =>
        ProviderOf(scope) is not { } provider || string.Equals(provider, key.ProviderSlug, StringComparison.OrdinalIgnoreCase);
}
