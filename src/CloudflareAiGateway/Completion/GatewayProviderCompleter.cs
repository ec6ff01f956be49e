using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes providers as gateways name them: the built-in ones, and the account's own as <c>custom-{slug}</c>.</summary>
public sealed class GatewayProviderCompleter : CustomProviderSlugCompleter
{
    private protected override string TextOf(AiGatewayCustomProvider provider) => provider.GatewaySlug;

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        IReadOnlyList<CompletionResult> custom = await base.FetchAsync(scope, call).ConfigureAwait(false);
        return ProviderCatalog.All
            .Select(p => new CompletionResult(p.Slug, p.Slug, CompletionResultType.ParameterValue, p.DisplayName))
            .Concat(custom)
            .ToList();
    }
}
