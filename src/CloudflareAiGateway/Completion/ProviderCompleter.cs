using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>
/// Completes slugs of providers, found by any of their names, with what sets them apart as the tool tip; and, with a connection, the
/// account's own as <c>custom-{slug}</c>.
/// </summary>
public sealed class ProviderCompleter : CustomProviderSlugCompleter
{
    private protected override IEnumerable<CompletionResult> Known(string typed, IDictionary bound)
    {
        var pattern = new WildcardPattern(typed + "*", WildcardOptions.IgnoreCase);
        return ProviderCatalog.All
            .Where(p => pattern.IsMatch(p.Slug) || pattern.IsMatch(p.DisplayName) || p.Aliases.Any(pattern.IsMatch) || (p.RestAuthor is { } author && pattern.IsMatch(author)))
            .Select(p => new CompletionResult(p.Slug, p.Slug, CompletionResultType.ParameterValue, Describe(p)));
    }

    private protected override bool IsWorthAsking(string typed, IDictionary bound) => CanBegin(typed, ProviderCatalog.CustomPrefix);

    private protected override string TextOf(AiGatewayCustomProvider provider) => provider.GatewaySlug;

    private static string Describe(AiGatewayProvider provider)
    {
        string text = $"{provider.DisplayName}: {provider.Surfaces}";
        return provider.CompatPrefix is { } prefix ? $"{text}; models on /compat: {prefix}/…" : text;
    }
}
