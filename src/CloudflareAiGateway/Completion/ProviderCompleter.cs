using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes slugs of providers, found by any of their names, with what sets them apart as the tool tip. Needs no connection.</summary>
public sealed class ProviderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = new WildcardPattern((wordToComplete ?? string.Empty).Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return ProviderCatalog.All
            .Where(p => typed.IsMatch(p.Slug) || typed.IsMatch(p.DisplayName) || p.Aliases.Any(typed.IsMatch) || (p.RestAuthor is { } author && typed.IsMatch(author)))
            .Select(p => new CompletionResult(p.Slug, p.Slug, CompletionResultType.ParameterValue, Describe(p)));
    }

    private static string Describe(AiGatewayProvider provider)
    {
        string text = $"{provider.DisplayName}: {provider.Surfaces}";
        return provider.CompatPrefix is { } prefix ? $"{text}; models on /compat: {prefix}/…" : text;
    }
}
