using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>
/// Completes models: with the provider's prefix as the gateway's common path wants it (<c>openai/…</c>, <c>workers-ai/@cf/…</c>), and
/// <c>dynamic/</c> for routes; bare when -Provider was typed before. What it offers are well-known models, not all that exist. Needs no
/// connection.
/// </summary>
public sealed class ModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        IEnumerable<CompletionResult> offers = fakeBoundParameters["Provider"]?.ToString() is { Length: > 0 } name
            ? Bare(name)
            : ProviderCatalog.All.SelectMany(Prefixed).Append(Offer(ProviderCatalog.DynamicPrefix, "A dynamic route of the gateway: dynamic/<route>"));
        return offers.Where(o => o.ListItemText.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<CompletionResult> Bare(string name) =>
        ProviderCatalog.Find(name) is { } provider
            ? WellKnownModels.Of(provider.Slug).Select(m => Offer(m, $"{provider.DisplayName}, {m}"))
            : Enumerable.Empty<CompletionResult>();

    private static IEnumerable<CompletionResult> Prefixed(AiGatewayProvider provider)
    {
        if (provider.CompatPrefix is not { } prefix)
        {
            yield break;
        }

        IReadOnlyList<string> models = WellKnownModels.Of(provider.Slug);
        if (models.Count == 0)
        {
            yield return Offer(prefix + "/", $"A model of {provider.DisplayName}");
        }

        foreach (string model in models)
        {
            yield return Offer($"{prefix}/{model}", $"{provider.DisplayName}, {model}");
        }
    }

    /// <summary>A bare @ would begin a splat or an array, so such models are quoted.</summary>
    private static CompletionResult Offer(string model, string toolTip) =>
        new(model.StartsWith("@", StringComparison.Ordinal) ? $"'{model}'" : model, model, CompletionResultType.ParameterValue, toolTip);
}
