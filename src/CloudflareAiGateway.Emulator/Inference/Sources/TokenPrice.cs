namespace CloudflareAiGateway.Emulator;

/// <summary>US dollars for a token.</summary>
/// <param name="TokenIn">In.</param>
/// <param name="TokenOut">Out.</param>
/// <param name="CachedTokenIn">In, from the provider's cache; null for the same as any other.</param>
internal sealed record TokenPrice(double TokenIn, double TokenOut, double? CachedTokenIn = null)
{
    private const int Digits = 12;

    public double Of(int tokensIn, int tokensOut, int cachedTokens) => System.Math.Round(
        ((tokensIn - cachedTokens) * TokenIn) + (cachedTokens * (CachedTokenIn ?? TokenIn)) + (tokensOut * TokenOut), Digits);
}
