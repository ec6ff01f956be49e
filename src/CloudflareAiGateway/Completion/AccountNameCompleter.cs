using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of accounts that the token sees.</summary>
public sealed class AccountNameCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        ResultPage<AiGatewayAccount> page = await scope.Client.Accounts.ListAsync(null, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items.Where(a => a.Name.Length > 0).Select(a => CompletionText.Of(a.Name, a.AccountId)).ToList();
    }
}
