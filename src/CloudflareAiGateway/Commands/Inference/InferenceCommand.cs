using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>What a call may ask of the gateway, for every command that calls one; each goes before the gateway's own setting.</summary>
public abstract class InferenceCommand : CredentialCommand
{
    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>How long the answer is cached: seconds or a TimeSpan, from a minute to a month; 0 for not at all.</summary>
    [Parameter]
    [NumberTransformation(PerSecond = 1)]
    public int? CacheTtl { get; set; }

    /// <summary>Passes the cache by: the answer neither comes from it nor goes into it.</summary>
    [Parameter]
    public SwitchParameter SkipCache { get; set; }

    /// <summary>The key under which the answer is cached, in place of the request itself.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CacheKey { get; set; }

    /// <summary>Texts, numbers and flags by name for log, limits and routes; five at most, none nested.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Metadata { get; set; }

    /// <summary>Whether the call is logged.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? CollectLog { get; set; }

    /// <summary>Whether the log keeps prompt and answer; without them it keeps the figures only.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? CollectLogPayload { get; set; }

    /// <summary>Your own id of the call, kept in the log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EventId { get; set; }

    /// <summary>How long the gateway waits for the provider's first word: milliseconds or a TimeSpan.</summary>
    [Parameter]
    [NumberTransformation(PerSecond = 1000)]
    public int? RequestTimeout { get; set; }

    /// <summary>How often the gateway tries the provider, 1 to 5.</summary>
    [Parameter]
    [NumberTransformation]
    public int? MaxAttempts { get; set; }

    /// <summary>How long the gateway waits between two attempts: milliseconds or a TimeSpan, five seconds at most (a minute on the surface Rest).</summary>
    [Parameter]
    [NumberTransformation(PerSecond = 1000)]
    public int? RetryDelay { get; set; }

    /// <summary>How that wait grows.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(RetryBackoff))]
    public RetryBackoff? Backoff { get; set; }

    /// <summary>What the call costs in the log and for limits: PerTokenIn and PerTokenOut, or TotalCost, in US dollars.</summary>
    [Parameter]
    [ModelTransformation(typeof(CallCost), nameof(CustomCost))]
    public CallCost? CustomCost { get; set; }

    /// <summary>Whether only models that keep nothing may be used; for Unified Billing with OpenAI and Anthropic.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Zdr { get; set; }

    /// <summary>What the call asks of the gateway, checked.</summary>
    /// <exception cref="AiGatewayException">InvalidCallOption: it breaks a limit.</exception>
    private protected CallOptions ReadOptions(InferenceSurface surface)
    {
        var options = new CallOptions
        {
            CacheTtl = CacheTtl,
            SkipCache = SkipCache,
            CacheKey = CacheKey,
            Metadata = Metadata is null ? null : (IReadOnlyDictionary<string, object?>)PlainValue.From(Metadata)!,
            CollectLog = CollectLog,
            CollectLogPayload = CollectLogPayload,
            EventId = EventId,
            RequestTimeout = RequestTimeout,
            MaxAttempts = MaxAttempts,
            RetryDelay = RetryDelay,
            Backoff = Backoff,
            CustomCost = CustomCost,
            NoUnifiedBilling = NoUnifiedBilling,
            Zdr = Zdr,
        };
        return CallOptionRules.Explain(options, surface) is { } problem
            ? throw InputProblem.Of(AiGatewayErrorReason.InvalidCallOption, problem, "Nothing was sent.")
            : options;
    }
}
