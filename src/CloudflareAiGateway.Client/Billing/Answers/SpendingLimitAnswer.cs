using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The spending limit on the wire.</summary>
internal sealed class SpendingLimitAnswer
{
    /// <summary>Whether it is applied.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The limit.</summary>
    public SpendingLimitConfigAnswer? Config { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
