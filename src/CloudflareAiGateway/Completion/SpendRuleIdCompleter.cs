using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes ids of spend rules of the gateway that was typed before; the list shows what they allow.</summary>
public sealed class SpendRuleIdCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => scope["Gateway"];

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (scope["Gateway"] is not { Length: > 0 } gateway)
        {
            return System.Array.Empty<CompletionResult>();
        }

        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        IReadOnlyList<AiGatewaySpendRule> rules = await scope.Client.SpendRules.ListAsync(account, gateway, call).ConfigureAwait(false);
        return rules
            .Select(r => new CompletionResult(r.Id, $"{r.Id} ({r})", CompletionResultType.ParameterValue, $"{r}, {Formatting.SpendRuleFormat.Scope(r)}"))
            .ToList();
    }
}
