using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of secrets from the store that was typed, else from the account's only one, with scopes and status as the tool tip.</summary>
public sealed class SecretNameCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => scope["StoreId"];

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        string store = scope["StoreId"] ?? (await scope.Client.SecretStores.GetOnlyAsync(account, call).ConfigureAwait(false)).Id;
        ResultPage<AiGatewaySecret> page = await scope.Client.Secrets.ListAsync(account, store, null, page: 1, pageSize: 100, call).ConfigureAwait(false);
        return page.Items
            .Select(s => new CompletionResult(s.Name, s.Name, CompletionResultType.ParameterValue, $"for {string.Join(", ", s.Scopes)}, {s.Status}"))
            .ToList();
    }
}
