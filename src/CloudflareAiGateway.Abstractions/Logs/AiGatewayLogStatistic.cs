namespace CloudflareAiGateway;

/// <summary>Figures of one property over a group of rows. Rows without a value are not in them.</summary>
public sealed class AiGatewayLogStatistic
{
    /// <summary>Rows with a value.</summary>
    public long Count { get; init; }

    /// <summary>The sum, exact.</summary>
    public decimal Sum { get; init; }

    /// <summary>The mean; null without values.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The least value; null without values.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest value; null without values.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The median, within one percent; null without values.</summary>
    public double? P50 { get; init; }

    /// <summary>95 of 100 values are not above it, within one percent; null without values.</summary>
    public double? P95 { get; init; }

    /// <summary>99 of 100 values are not above it, within one percent; null without values.</summary>
    public double? P99 { get; init; }

    /// <summary>Sum and mean.</summary>
    /// <returns>Such as <c>sum 12.5, mean 0.01</c>.</returns>
    public override string ToString() => System.FormattableString.Invariant($"sum {Sum}, mean {Mean:0.######}");
}
