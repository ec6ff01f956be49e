using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes paths of the provider that was typed before: the catalogue's example, and the one that takes OpenAI's chats. Needs no connection.</summary>
public sealed class NativePathCompleter : IArgumentCompleter
{
    private const string Chat = "chat/completions";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return Paths(fakeBoundParameters["Provider"]?.ToString())
            .Distinct()
            .Where(p => p.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(p => CompletionText.Of(p, p));
    }

    private static IEnumerable<string> Paths(string? name)
    {
        if (string.Equals(name, ProviderCatalog.Compat, StringComparison.OrdinalIgnoreCase))
        {
            yield return Chat;
        }

        if (name is null || ProviderCatalog.Find(name) is not { } provider)
        {
            yield break;
        }

        if (provider.OpenAiPath is { } path)
        {
            yield return Below(provider, $"{path}/{Chat}");
        }

        if (provider.ExamplePath is { } example)
        {
            yield return Below(provider, example);
        }
    }

    private static string Below(AiGatewayProvider provider, string path) => path.Substring(provider.Slug.Length + 1);
}
