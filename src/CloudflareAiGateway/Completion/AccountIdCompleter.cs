using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes account ids, by id or by the account's name, which is also the list's text.</summary>
public sealed class AccountIdCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        ResultPage<AiGatewayAccount> page = await scope.Client.Accounts.ListAsync(null, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items
            .Select(a => new CompletionResult(a.AccountId, a.Name.Length == 0 ? a.AccountId : a.Name, CompletionResultType.ParameterValue, $"{a.Name} ({a.AccountId})"))
            .ToList();
    }
}
