using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>Prices as the API has them: US dollars for one unit, which is a token or an image. Null means no such price.</summary>
public sealed class TokenPricing
{
    /// <summary>A token of the prompt.</summary>
    public decimal? InputTokens { get; set; }

    /// <summary>A token of the answer.</summary>
    public decimal? OutputTokens { get; set; }

    /// <summary>A token of the prompt that the provider had in its cache.</summary>
    public decimal? InputCachedTokens { get; set; }

    /// <summary>A token of the prompt that the provider put into its cache.</summary>
    public decimal? InputCacheCreationTokens { get; set; }

    /// <summary>A token of text in the prompt.</summary>
    public decimal? InputTextTokens { get; set; }

    /// <summary>A token of sound in the prompt.</summary>
    public decimal? InputAudioTokens { get; set; }

    /// <summary>A token of a picture in the prompt.</summary>
    public decimal? InputImageTokens { get; set; }

    /// <summary>A token of video in the prompt.</summary>
    public decimal? InputVideoTokens { get; set; }

    /// <summary>A picture in the prompt.</summary>
    public decimal? InputImageCount { get; set; }

    /// <summary>A picture in the answer.</summary>
    public decimal? OutputImageCount { get; set; }

    /// <summary>A token that the model thought in.</summary>
    public decimal? OutputReasoningTokens { get; set; }

    /// <summary>A token of prompt and answer alike.</summary>
    public decimal? TotalTokens { get; set; }

    /// <summary>Prices that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The prices that are set, in one line.</summary>
    /// <returns>Such as <c>InputTokens=0.0000025, OutputTokens=0.00001</c>.</returns>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(parts, nameof(InputTokens), InputTokens);
        Add(parts, nameof(OutputTokens), OutputTokens);
        Add(parts, nameof(InputCachedTokens), InputCachedTokens);
        Add(parts, nameof(InputCacheCreationTokens), InputCacheCreationTokens);
        Add(parts, nameof(InputTextTokens), InputTextTokens);
        Add(parts, nameof(InputAudioTokens), InputAudioTokens);
        Add(parts, nameof(InputImageTokens), InputImageTokens);
        Add(parts, nameof(InputVideoTokens), InputVideoTokens);
        Add(parts, nameof(InputImageCount), InputImageCount);
        Add(parts, nameof(OutputImageCount), OutputImageCount);
        Add(parts, nameof(OutputReasoningTokens), OutputReasoningTokens);
        Add(parts, nameof(TotalTokens), TotalTokens);
        foreach (KeyValuePair<string, object?> more in AdditionalProperties)
        {
            parts.Add($"{more.Key}={Convert.ToString(more.Value, CultureInfo.InvariantCulture)}");
        }

        return string.Join(", ", parts);
    }

    private static void Add(List<string> parts, string name, decimal? price)
    {
        if (price is { } value)
        {
            parts.Add($"{name}={value.ToString(CultureInfo.InvariantCulture)}");
        }
    }
}
