using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes the TLS versions that a domain can demand.</summary>
public sealed class TlsVersionCompleter : ChoiceCompleter
{
    /// <summary>The versions, as the API spells them.</summary>
    internal static readonly string[] Versions = { "1.0", "1.1", "1.2", "1.3" };

    private protected override IEnumerable<CompletionResult> Choices => Versions.Select(v => Choice(v, $"TLS {v} or later"));
}
