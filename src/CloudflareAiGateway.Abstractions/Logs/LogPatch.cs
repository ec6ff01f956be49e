using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A judgement on a log row. Only what is named is changed.</summary>
internal sealed class LogPatch
{
    /// <summary>By wire name (<c>feedback</c>, <c>score</c>, <c>metadata</c>): a value, or null to clear.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();
}
