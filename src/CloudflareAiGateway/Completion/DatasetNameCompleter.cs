using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of datasets of the gateway that was typed before, with their conditions as the tool tip.</summary>
public sealed class DatasetNameCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => scope["Gateway"];

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (scope["Gateway"] is not { Length: > 0 } gateway)
        {
            return System.Array.Empty<CompletionResult>();
        }

        var query = new DatasetQuery { AccountId = await scope.FindAccountIdAsync(call).ConfigureAwait(false), Gateway = gateway };
        ResultPage<AiGatewayDataset> page = await scope.Client.Datasets.ListAsync(query, page: 1, pageSize: 100, call).ConfigureAwait(false);
        return page.Items.Select(d => CompletionText.Of(d.Name, d.Filters.Length == 0 ? "every log" : string.Join("; ", (object[])d.Filters))).ToList();
    }
}
