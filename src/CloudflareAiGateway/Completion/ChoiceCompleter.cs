using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes one of a few words that are known without asking anybody.</summary>
public abstract class ChoiceCompleter : IArgumentCompleter
{
    /// <summary>The words, with their tool tips.</summary>
    private protected abstract IEnumerable<CompletionResult> Choices { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = Bare(wordToComplete ?? string.Empty);
        return Choices.Where(c => Bare(c.CompletionText).StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Makes a word that stands for itself.</summary>
    private protected static CompletionResult Choice(string word, string tip) => new(word, word, CompletionResultType.ParameterValue, tip);

    /// <summary>A word without what marks it as a text or a variable, which people leave out until they are asked for it.</summary>
    private static string Bare(string word) => word.Trim('\'', '"').TrimStart('$');
}
