using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the domains of the gateway that was typed before, with their status as the tool tip.</summary>
public sealed class DomainCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => GatewayOf(scope);

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (GatewayOf(scope) is not { } gateway)
        {
            return Array.Empty<CompletionResult>();
        }

        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewayDomain> page = await scope.Client.Domains.ListAsync(account, gateway, null, null, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items
            .Select(d => new CompletionResult(d.Hostname, d.Hostname, CompletionResultType.ParameterValue, $"{d.Status}, {d.CnameTarget}"))
            .ToList();
    }

    private static string? GatewayOf(CompletionScope scope) => scope["Gateway"] ?? scope["GatewayId"] ?? scope["GatewayName"];
}
