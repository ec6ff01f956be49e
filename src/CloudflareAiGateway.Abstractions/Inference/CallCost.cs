namespace CloudflareAiGateway;

/// <summary>What a call costs in place of the gateway's own price, in US dollars: per token, or in all.</summary>
public sealed class CallCost
{
    /// <summary>Per token of the prompt.</summary>
    public decimal? PerTokenIn { get; set; }

    /// <summary>Per token of the answer.</summary>
    public decimal? PerTokenOut { get; set; }

    /// <summary>Per token read from the provider's cache; left out, the price of the prompt's tokens.</summary>
    public decimal? PerCacheReadToken { get; set; }

    /// <summary>Per token written to the provider's cache; left out, the price of the prompt's tokens.</summary>
    public decimal? PerCacheWriteToken { get; set; }

    /// <summary>For the whole call.</summary>
    public decimal? TotalCost { get; set; }

    /// <summary>The prices.</summary>
    /// <returns>Such as <c>in 0.000001, out 0.000002</c>.</returns>
    public override string ToString() => TotalCost is { } total
        ? System.FormattableString.Invariant($"total {total}")
        : System.FormattableString.Invariant($"in {PerTokenIn}, out {PerTokenOut}");
}
