using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>Base of completions from the keys that the gateway before has stored.</summary>
public abstract class ProviderKeyCompleter : ApiCompleter
{
    private protected override string? Within(CompletionScope scope) => $"{scope["Gateway"]} {ProviderOf(scope)}";

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        if (scope["Gateway"] is not { } gateway)
        {
            return Array.Empty<CompletionResult>();
        }

        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        ResultPage<AiGatewayProviderKey> page = await scope.Client.ProviderKeys.ListAsync(account, gateway, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items
            .Where(key => IsOffered(key, scope))
            .GroupBy(Text)
            .Select(keys => new CompletionResult(keys.Key, keys.Key, CompletionResultType.ParameterValue, string.Join(", ", keys.Select(key => $"{key} {key.SecretPreview}"))))
            .ToList();
    }

    /// <summary>The provider that was typed before, by itself or with a model, as keys name it; null for none.</summary>
    private protected static string? ProviderOf(CompletionScope scope) =>
        scope["Provider"] is { Length: > 0 } name ? ProviderCatalog.Find(name)?.Slug ?? name
        : scope["Model"] is { Length: > 0 } model ? ModelName.Parse(model).Provider?.Slug
        : null;

    /// <summary>What is completed of a key.</summary>
    private protected abstract string Text(AiGatewayProviderKey key);

    /// <summary>Whether a key fits to what was typed before.</summary>
    private protected virtual bool IsOffered(AiGatewayProviderKey key, CompletionScope scope) => true;
}
