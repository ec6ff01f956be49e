namespace CloudflareAiGateway;

/// <summary>Prices between the million tokens of price lists and the one token of the API, in decimals and so without rounding.</summary>
internal static class PriceUnit
{
    private const decimal Million = 1_000_000m;

    // Dividing by it takes the zeros at the end off, which a multiplication leaves behind.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The price of one token.</summary>
    /// <param name="perMillion">The price of a million.</param>
    /// <returns>Null when it has more digits than a decimal holds.</returns>
    public static decimal? ToPerToken(decimal perMillion)
    {
        decimal perToken = perMillion / Million;
        return perToken * Million == perMillion ? perToken / One : null;
    }

    /// <summary>The price of a million tokens.</summary>
    /// <param name="perToken">The price of one; null for no price.</param>
    /// <returns>Null for no price, and for one that no decimal holds.</returns>
    public static decimal? ToPerMillion(decimal? perToken) =>
        perToken is { } price && price < decimal.MaxValue / Million && price > decimal.MinValue / Million ? price * Million / One : null;
}
