using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What a user wants of a price.</summary>
internal sealed class ModelPriceChange
{
    /// <summary>Members by wire name, such as <c>enable</c> or <c>token_pricing</c>.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; init; } = new Dictionary<string, object?>();

    /// <summary>
    /// Single prices by their wire name inside <c>token_pricing</c>, for one unit each; null takes a price away. They go on top of what is
    /// there, or of <c>token_pricing</c> in <see cref="Members"/>.
    /// </summary>
    public IReadOnlyDictionary<string, decimal?> Prices { get; init; } = new Dictionary<string, decimal?>();
}
