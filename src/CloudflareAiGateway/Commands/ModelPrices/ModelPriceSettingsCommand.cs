using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>What a price can be set to, in US dollars: per million tokens as price lists have it, or per token as the API has it.</summary>
public abstract class ModelPriceSettingsCommand : ModelPriceIdentityCommand
{
    /// <summary>The piped object; what of it counts depends on what it is.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>A million tokens of the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_tokens", Clearable = false)]
    [PriceTransformation]
    public decimal? InputPerMillion { get; set; }

    /// <summary>A million tokens of the answer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("output_tokens", Clearable = false)]
    [PriceTransformation]
    public decimal? OutputPerMillion { get; set; }

    /// <summary>A million tokens of the prompt that the provider had in its cache.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_cached_tokens")]
    [PriceTransformation]
    public decimal? CachedInputPerMillion { get; set; }

    /// <summary>A million tokens of the prompt that the provider put into its cache.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_cache_creation_tokens")]
    [PriceTransformation]
    public decimal? CacheCreationInputPerMillion { get; set; }

    /// <summary>A million tokens of text in the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_text_tokens")]
    [PriceTransformation]
    public decimal? TextInputPerMillion { get; set; }

    /// <summary>A million tokens of sound in the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_audio_tokens")]
    [PriceTransformation]
    public decimal? AudioInputPerMillion { get; set; }

    /// <summary>A million tokens of pictures in the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_image_tokens")]
    [PriceTransformation]
    public decimal? ImageInputPerMillion { get; set; }

    /// <summary>A million tokens of video in the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_video_tokens")]
    [PriceTransformation]
    public decimal? VideoInputPerMillion { get; set; }

    /// <summary>A million tokens that the model thought in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("output_reasoning_tokens")]
    [PriceTransformation]
    public decimal? ReasoningOutputPerMillion { get; set; }

    /// <summary>A million tokens of prompt and answer alike.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("total_tokens")]
    [PriceTransformation]
    public decimal? TotalPerMillion { get; set; }

    /// <summary>A picture in the prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("input_image_count")]
    [PriceTransformation]
    public decimal? InputPerImage { get; set; }

    /// <summary>A picture in the answer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Price("output_image_count")]
    [PriceTransformation]
    public decimal? OutputPerImage { get; set; }

    /// <summary>All prices of one token or image at once: a TokenPricing, or a hashtable such as @{ input_tokens = 0.0000025 }.</summary>
    [Parameter]
    [Setting]
    [ModelTransformation(typeof(TokenPricing), nameof(TokenPricing))]
    public TokenPricing? TokenPricing { get; set; }

    /// <summary>The API's older price of a token of the prompt; -InputPerMillion sets it, too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [PriceTransformation]
    public decimal? CostIn { get; set; }

    /// <summary>The API's older price of a token of the answer; -OutputPerMillion sets it, too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [PriceTransformation]
    public decimal? CostOut { get; set; }

    /// <summary>What is priced; tokens, so far.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    public string? CostType { get; set; }

    /// <summary>Whether the price counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    public bool? Enable { get; set; }

    /// <summary>Collects and checks what was bound.</summary>
    /// <param name="takePiped">Whether what was bound from the piped object counts.</param>
    /// <returns>The change; null when something was refused, and the error was written.</returns>
    private protected ModelPriceChange? ReadChange(bool takePiped)
    {
        Dictionary<string, object?> members = Settings.Read(takePiped, out string? refused);
        var prices = new Dictionary<string, decimal?>();
        foreach (PropertyInfo property in PriceParameters.All)
        {
            bool typed = Settings.IsTyped(property.Name);
            if (!MyInvocation.BoundParameters.ContainsKey(property.Name) || (!typed && !takePiped))
            {
                continue;
            }

            PriceAttribute price = property.GetCustomAttribute<PriceAttribute>()!;
            var amount = (decimal?)property.GetValue(this);
            if (amount is null)
            {
                refused = typed && !price.Clearable ? property.Name : refused;
                if (typed)
                {
                    prices[price.Member] = null;
                }
            }
            else if (TryConvert(property.Name, amount.Value, out decimal perUnit))
            {
                prices[price.Member] = perUnit;
            }
            else
            {
                return null;
            }
        }

        if (refused is not null)
        {
            WriteError(ErrorRecords.NotClearable(refused, $"the price of model '{Model}'", Target));
            return null;
        }

        return AreGood(members) && AreAgreed(members, prices, nameof(CostIn), nameof(InputPerMillion)) && AreAgreed(members, prices, nameof(CostOut), nameof(OutputPerMillion))
            ? new ModelPriceChange { Members = members, Prices = prices }
            : null;
    }

    private bool TryConvert(string parameter, decimal amount, out decimal perUnit)
    {
        perUnit = amount;
        if (amount < 0)
        {
            return Refuse($"{parameter} of model '{Model}' is {amount}; a price cannot be below zero.");
        }

        if (!PriceName.IsPerMillion(parameter))
        {
            return true;
        }

        decimal? converted = PriceUnit.ToPerToken(amount);
        perUnit = converted ?? 0;
        return converted is not null || Refuse($"{parameter} of model '{Model}' is {amount}; the price of one token would have more digits than can be sent without rounding.");
    }

    private bool AreGood(Dictionary<string, object?> members)
    {
        IEnumerable<decimal?> amounts = members.Values.OfType<decimal>().Cast<decimal?>()
            .Concat(TokenPricing is null ? Enumerable.Empty<decimal?>() : typeof(TokenPricing).GetProperties().Select(p => p.GetValue(TokenPricing)).OfType<decimal>().Cast<decimal?>());
        return amounts.FirstOrDefault(a => a < 0) is not { } negative || Refuse($"A price of model '{Model}' is {negative}; a price cannot be below zero.");
    }

    /// <summary>Two ways to say one price must say the same. What a row carries along of the older way gives way.</summary>
    private bool AreAgreed(Dictionary<string, object?> members, Dictionary<string, decimal?> prices, string older, string newer)
    {
        string member = WireSpelling.SnakeCase(older);
        if (!members.TryGetValue(member, out object? cost) || !prices.TryGetValue(older == nameof(CostIn) ? "input_tokens" : "output_tokens", out decimal? price) || Equals(cost, price))
        {
            return true;
        }

        if (Settings.IsTyped(older) && Settings.IsTyped(newer))
        {
            return Refuse($"-{older} and -{newer} of model '{Model}' say two different prices of a token: {cost} and {price}.", $"Give -{newer} alone; it sets both.");
        }

        members.Remove(Settings.IsTyped(older) ? string.Empty : member);
        return true;
    }
}
