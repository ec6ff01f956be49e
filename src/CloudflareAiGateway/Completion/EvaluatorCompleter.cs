using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of evaluators, with what they measure as the tool tip.</summary>
public sealed class EvaluatorCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewayEvaluator> page = await scope.Client.Evaluations.ListEvaluatorsAsync(account, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items.Select(e => CompletionText.Of(e.Name, e.Description)).ToList();
    }
}
