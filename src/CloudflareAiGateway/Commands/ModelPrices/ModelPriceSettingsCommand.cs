using System.Management.Automation;
using CloudflareAiGateway.Completion;
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
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    /// <summary>Collects and checks what was bound.</summary>
    /// <param name="takePiped">Whether what was bound from the piped object counts.</param>
    /// <returns>The change; null when something was refused, and the error was written.</returns>
    private protected ModelPriceChange? ReadChange(bool takePiped)
    {
        try
        {
            var reader = new ModelPriceReader(this, Settings);
            ModelPriceChange change = reader.Read(takePiped);
            if (reader.NotClearable is not { } parameter)
            {
                return change;
            }

            WriteError(ErrorRecords.NotClearable(parameter, $"the price of model '{Model}'", Target));
            return null;
        }
        catch (AiGatewayException refusal)
        {
            WriteError(ErrorRecords.Create(refusal, "InvalidModelPrice", ErrorCategory.InvalidArgument, Target));
            return null;
        }
    }
}
