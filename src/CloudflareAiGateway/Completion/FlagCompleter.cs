using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes settings that are on, off or left alone; without it the engine would offer names of files.</summary>
public sealed class FlagCompleter : IArgumentCompleter
{
    private static readonly CompletionResult[] s_flags =
    {
        new("$true", "$true", CompletionResultType.ParameterValue, "$true"),
        new("$false", "$false", CompletionResultType.ParameterValue, "$false"),
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).TrimStart('$');
        return s_flags.Where(f => f.CompletionText.IndexOf(typed, 1, StringComparison.OrdinalIgnoreCase) == 1);
    }
}
