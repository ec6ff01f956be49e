using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>The single prices inside <c>token_pricing</c>, by their wire names and by the names and units in which users know them.</summary>
internal static class PriceName
{
    private const string PerMillion = "PerMillion";

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["input_tokens"] = nameof(AiGatewayModelPrice.InputPerMillion),
        ["output_tokens"] = nameof(AiGatewayModelPrice.OutputPerMillion),
        ["input_cached_tokens"] = nameof(AiGatewayModelPrice.CachedInputPerMillion),
        ["input_cache_creation_tokens"] = nameof(AiGatewayModelPrice.CacheCreationInputPerMillion),
        ["input_text_tokens"] = nameof(AiGatewayModelPrice.TextInputPerMillion),
        ["input_audio_tokens"] = nameof(AiGatewayModelPrice.AudioInputPerMillion),
        ["input_image_tokens"] = nameof(AiGatewayModelPrice.ImageInputPerMillion),
        ["input_video_tokens"] = nameof(AiGatewayModelPrice.VideoInputPerMillion),
        ["output_reasoning_tokens"] = nameof(AiGatewayModelPrice.ReasoningOutputPerMillion),
        ["total_tokens"] = nameof(AiGatewayModelPrice.TotalPerMillion),
        ["input_image_count"] = nameof(AiGatewayModelPrice.InputPerImage),
        ["output_image_count"] = nameof(AiGatewayModelPrice.OutputPerImage),
    };

    /// <summary>Wire names.</summary>
    public static IReadOnlyCollection<string> Members => s_names.Keys;

    /// <summary>The user's name of a price; null when this version has none for it.</summary>
    public static string? Of(string member) => s_names.TryGetValue(member, out string? name) ? name : null;

    /// <summary>Whether a price is named for a million units, where the API has one.</summary>
    public static bool IsPerMillion(string name) => name.EndsWith(PerMillion, StringComparison.Ordinal);

    /// <summary>An amount for one unit in the unit in which users know it.</summary>
    /// <param name="name">The user's name of the price.</param>
    /// <param name="perUnit">The amount; null for none.</param>
    public static string Show(string name, decimal? perUnit) =>
        (IsPerMillion(name) ? PriceUnit.ToPerMillion(perUnit) : perUnit)?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
