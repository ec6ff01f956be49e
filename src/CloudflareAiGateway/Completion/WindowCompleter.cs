using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the usual windows of spend rules.</summary>
public sealed class WindowCompleter : ChoiceCompleter
{
    private static readonly CompletionResult[] s_windows =
    {
        Choice("hour", "3600 seconds"),
        Choice("day", "86400 seconds"),
        Choice("week", "604800 seconds"),
        Choice("month", "30 days, 2592000 seconds"),
    };

    private protected override IEnumerable<CompletionResult> Choices => s_windows;
}
