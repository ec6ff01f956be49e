using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// What a model of a custom provider costs, in US dollars: per token as the API has it, and per million tokens as price lists have it.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-account-provider-cost</c>, <c>aig-config-list-account-provider-cost</c>.</remarks>
public sealed class AiGatewayModelPrice
{
    /// <summary>The price's id, a UUID. Also shown as <c>ModelPriceId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the price belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; internal set; } = string.Empty;

    /// <summary>The id of the custom provider.</summary>
    public string AccountProviderId { get; init; } = string.Empty;

    /// <summary>The slug of the custom provider; null when it is not known.</summary>
    [NotOnWire]
    public string? Provider { get; internal set; }

    /// <summary>The model's name, or the part of it that <see cref="ModelRule"/> compares.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>How the model's name is compared.</summary>
    public ModelRule? ModelRule { get; init; }

    /// <summary>Whether the price counts.</summary>
    public bool? Enable { get; init; }

    /// <summary>A million tokens of the prompt.</summary>
    public decimal? InputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputTokens ?? CostIn);

    /// <summary>A million tokens of the answer.</summary>
    public decimal? OutputPerMillion => PriceUnit.ToPerMillion(TokenPricing.OutputTokens ?? CostOut);

    /// <summary>A million tokens of the prompt that the provider had in its cache.</summary>
    public decimal? CachedInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputCachedTokens);

    /// <summary>A million tokens of the prompt that the provider put into its cache.</summary>
    public decimal? CacheCreationInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputCacheCreationTokens);

    /// <summary>A million tokens of text in the prompt.</summary>
    public decimal? TextInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputTextTokens);

    /// <summary>A million tokens of sound in the prompt.</summary>
    public decimal? AudioInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputAudioTokens);

    /// <summary>A million tokens of pictures in the prompt.</summary>
    public decimal? ImageInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputImageTokens);

    /// <summary>A million tokens of video in the prompt.</summary>
    public decimal? VideoInputPerMillion => PriceUnit.ToPerMillion(TokenPricing.InputVideoTokens);

    /// <summary>A million tokens that the model thought in.</summary>
    public decimal? ReasoningOutputPerMillion => PriceUnit.ToPerMillion(TokenPricing.OutputReasoningTokens);

    /// <summary>A million tokens of prompt and answer alike.</summary>
    public decimal? TotalPerMillion => PriceUnit.ToPerMillion(TokenPricing.TotalTokens);

    /// <summary>A picture in the prompt.</summary>
    public decimal? InputPerImage => TokenPricing.InputImageCount;

    /// <summary>A picture in the answer.</summary>
    public decimal? OutputPerImage => TokenPricing.OutputImageCount;

    /// <summary>The prices of one token or image, as the API has them.</summary>
    [JsonText]
    public TokenPricing TokenPricing { get; init; } = new();

    /// <summary>The API's older price of a token of the prompt.</summary>
    public decimal? CostIn { get; init; }

    /// <summary>The API's older price of a token of the answer.</summary>
    public decimal? CostOut { get; init; }

    /// <summary>What is priced; so far always <c>tokens</c>.</summary>
    public string? CostType { get; init; }

    /// <summary>A number of the API's own, by which it sorts prices. Read only.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Who changed the price last, where the API says so.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When the price was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Provider and model.</summary>
    /// <returns>Such as <c>example-llm/example-large</c>.</returns>
    public override string ToString() => $"{Provider ?? AccountProviderId}/{Model}";
}
