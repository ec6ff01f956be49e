using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the TLS versions that a domain can demand.</summary>
public sealed class TlsVersionCompleter : IArgumentCompleter
{
    /// <summary>The versions, as the API spells them.</summary>
    internal static readonly string[] Versions = { "1.0", "1.1", "1.2", "1.3" };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Versions
            .Where(v => v.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.Ordinal))
            .Select(v => new CompletionResult(v, v, CompletionResultType.ParameterValue, $"TLS {v} or later"));
}
