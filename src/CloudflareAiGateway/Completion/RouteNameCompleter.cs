using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes names of routes from the gateway that was typed before, with what is deployed as the tool tip.</summary>
public sealed class RouteNameCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => scope["Gateway"];

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (scope["Gateway"] is not { Length: > 0 } gateway)
        {
            return new List<CompletionResult>();
        }

        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewayRoute> page = await scope.Client.Routes.ListAsync(new RouteScope(account, gateway), page: 1, call).ConfigureAwait(false);
        return page.Items
            .Select(r => new CompletionResult(Quote(r.Name), r.Name, CompletionResultType.ParameterValue, $"{r.Model}, version {r.DeployedVersionId ?? "unknown"}"))
            .ToList();
    }

    /// <summary>Names may hold spaces and quotes.</summary>
    private static string Quote(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? name : $"'{name.Replace("'", "''")}'";
}
