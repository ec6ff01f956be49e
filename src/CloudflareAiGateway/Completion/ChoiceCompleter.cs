using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the values of a closed set but <c>Unknown</c>, which is for reading and refused; the engine alone would offer it.</summary>
/// <typeparam name="TChoice">The set.</typeparam>
public sealed class ChoiceCompleter<TChoice> : IArgumentCompleter
    where TChoice : struct, Enum
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return Enum.GetNames(typeof(TChoice))
            .Where(n => n != "Unknown" && n.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(n => n, StringComparer.Ordinal)
            .Select(n => new CompletionResult(n, n, CompletionResultType.ParameterValue, n));
    }
}
