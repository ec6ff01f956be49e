using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a caller says that a call costs: a price per token, or a sum, in US dollars.</summary>
internal sealed record CustomCost(TokenPrice Price, double? Total)
{
    /// <summary>Reads the header; null when it is none.</summary>
    public static CustomCost? Read(string? text)
    {
        if (text is null || JsonReading.TryParse(System.Text.Encoding.UTF8.GetBytes(text)) is not JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            return null;
        }

        double? tokenIn = Number(json, "per_token_in");
        double? tokenOut = Number(json, "per_token_out");
        double? total = Number(json, "total_cost");
        return tokenIn is null && tokenOut is null && total is null
            ? null
            : new CustomCost(new TokenPrice(tokenIn ?? 0, tokenOut ?? 0, Number(json, "per_cache_read_token")), total);
    }

    private static double? Number(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } member ? member.GetDouble() : null;
}
