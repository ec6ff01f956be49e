using System;

namespace CloudflareAiGateway;

/// <summary>One dimension of a spend rule: a filter on values, or a counter per value.</summary>
public sealed class SpendLimitDimension
{
    /// <summary>Filter on values, or (metadata only) a counter per value.</summary>
    public SpendLimitMode Mode { get; set; } = SpendLimitMode.Filter;

    /// <summary>The values of a filter; left out for a partition.</summary>
    public string[]? Values { get; set; }

    /// <summary>The dimension in one line.</summary>
    /// <returns>Such as <c>gpt-4o, gpt-4o-mini</c>, or <c>per value</c>.</returns>
    public override string ToString() =>
        Mode == SpendLimitMode.Partition ? "per value" : string.Join(", ", Values ?? Array.Empty<string>());
}
