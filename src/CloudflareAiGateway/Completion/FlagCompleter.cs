using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes settings that are on, off or left alone; without it the engine would offer names of files.</summary>
public sealed class FlagCompleter : ChoiceCompleter
{
    private static readonly CompletionResult[] s_flags = { Choice("$true", "$true"), Choice("$false", "$false") };

    private protected override IEnumerable<CompletionResult> Choices => s_flags;
}
