using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the usual windows of spend rules.</summary>
public sealed class WindowCompleter : IArgumentCompleter
{
    private static readonly CompletionResult[] s_windows =
    {
        new("hour", "hour", CompletionResultType.ParameterValue, "3600 seconds"),
        new("day", "day", CompletionResultType.ParameterValue, "86400 seconds"),
        new("week", "week", CompletionResultType.ParameterValue, "604800 seconds"),
        new("month", "month", CompletionResultType.ParameterValue, "30 days, 2592000 seconds"),
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        s_windows.Where(w => w.CompletionText.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase));
}
