using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes ids of Secrets Stores, by id or by the store's name, which is also the list's text.</summary>
public sealed class SecretStoreIdCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewaySecretStore> page = await scope.Client.SecretStores.ListAsync(account, page: 1, pageSize: 100, call).ConfigureAwait(false);
        return page.Items
            .Select(s => new CompletionResult(s.Id, s.Name.Length == 0 ? s.Id : s.Name, CompletionResultType.ParameterValue, $"{s.Name} ({s.Id})"))
            .ToList();
    }
}
