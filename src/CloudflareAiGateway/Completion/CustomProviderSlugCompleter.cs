using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes slugs of custom providers from the account, with name and address as the tool tip.</summary>
public class CustomProviderSlugCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewayCustomProvider> page = await scope.Client.CustomProviders.ListAsync(account, null, null, null, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items
            .Select(p => new CompletionResult(TextOf(p), TextOf(p), CompletionResultType.ParameterValue, $"{p.Name}, {p.BaseUrl}"))
            .ToList();
    }

    /// <summary>What is completed.</summary>
    private protected virtual string TextOf(AiGatewayCustomProvider provider) => provider.Slug;
}
