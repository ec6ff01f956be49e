using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of evaluations of the gateway that was typed before, with their state as the tool tip.</summary>
public sealed class EvaluationNameCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => scope["Gateway"];

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (scope["Gateway"] is not { Length: > 0 } gateway)
        {
            return System.Array.Empty<CompletionResult>();
        }

        var query = new EvaluationQuery { AccountId = await scope.FindAccountIdAsync(call).ConfigureAwait(false), Gateway = gateway };
        ResultPage<AiGatewayEvaluation> page = await scope.Client.Evaluations.ListAsync(query, page: 1, pageSize: 100, call).ConfigureAwait(false);
        return page.Items.Select(e => CompletionText.Of(e.Name, e.Processed == true ? $"done, {e.TotalLogs} logs" : "not done yet")).ToList();
    }
}
