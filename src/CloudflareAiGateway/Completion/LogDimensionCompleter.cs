using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes what log rows can be grouped by.</summary>
public sealed class LogDimensionCompleter : ChoiceCompleter
{
    private protected override IEnumerable<CompletionResult> Choices =>
        Commands.LogDimension.Names.Select(n => Choice(n, n)).Append(Choice("Metadata.", "Metadata.<name>"));
}
