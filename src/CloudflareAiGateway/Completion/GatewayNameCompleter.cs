using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Formatting;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of gateways from the account, with cache and rate limit as the tool tip.</summary>
public sealed class GatewayNameCompleter : ApiCompleter
{
    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGateway> page = await scope.Client.Gateways.ListAsync(account, null, page: 1, pageSize: 100, call).ConfigureAwait(false);
        return page.Items
            .Select(g => new CompletionResult(
                g.Id,
                g.Id,
                CompletionResultType.ParameterValue,
                $"cache {GatewayFormat.Cache(g)}, rate limit {GatewayFormat.RateLimit(g)}"))
            .ToList();
    }
}
