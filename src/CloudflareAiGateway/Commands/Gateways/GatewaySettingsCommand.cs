using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Every setting of a gateway as a parameter, for New and Set. Only what was bound is sent: an unbound setting is left alone, a typed
/// $null clears it where the API allows that, and a piped null or blank (an empty cell of a CSV file) is no value at all.
/// </summary>
public abstract class GatewaySettingsCommand : GatewayWriteCommand
{
    private const int OneMonth = 31 * 24 * 60 * 60;

    private BoundSettings _settings = null!;

    /// <summary>How long answers are cached: seconds or a TimeSpan, one month at most; 0 or $null switches the cache off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation(PerSecond = 1)]
    [ValidateSettingRange(0, OneMonth, "seconds (one month)")]
    public int? CacheTtl { get; set; }

    /// <summary>Whether a change of settings empties the cache.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? CacheInvalidateOnUpdate { get; set; }

    /// <summary>Whether calls are logged.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? CollectLogs { get; set; }

    /// <summary>The rate limit's window: seconds or a TimeSpan; 0 or $null switches the limit off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation(PerSecond = 1)]
    [ValidateSettingRange(0, int.MaxValue, "seconds")]
    public int? RateLimitingInterval { get; set; }

    /// <summary>Calls allowed per window; 0 or $null switches the limit off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation]
    [ValidateSettingRange(0, int.MaxValue, "requests")]
    public int? RateLimitingLimit { get; set; }

    /// <summary>How the rate limit's window is counted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ChoiceTransformation(typeof(RateLimitingTechnique))]
    public RateLimitingTechnique? RateLimitingTechnique { get; set; }

    /// <summary>Whether calls through the gateway need a Cloudflare token (cf-aig-authorization).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Authentication { get; set; }

    /// <summary>Whether only your own provider keys are used, never Unified Billing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? ByokOnly { get; set; }

    /// <summary>Data loss prevention: policies of New-AiGatewayDlpPolicy, a DlpSettings, or a hashtable with Enabled and either Action and Profiles, or Policies.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [DlpTransformation]
    public DlpSettings? Dlp { get; set; }

    /// <summary>Content checks: a Guardrails, or a hashtable such as @{ Prompt = @{ S1 = 'Block' } }; $null switches them off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ModelTransformation(typeof(Guardrails), nameof(Guardrails))]
    public Guardrails? Guardrails { get; set; }

    /// <summary>Whether stored logs are classified.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? LogClassification { get; set; }

    /// <summary>How many logs the gateway keeps.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation]
    [ValidateSettingRange(10_000, 10_000_000, "logs")]
    public int? LogManagement { get; set; }

    /// <summary>What happens when that many logs are kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ChoiceTransformation(typeof(LogManagementStrategy))]
    public LogManagementStrategy? LogManagementStrategy { get; set; }

    /// <summary>Whether logs are pushed by a Logpush job.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Logpush { get; set; }

    /// <summary>The public RSA key (PEM, 16 to 1024 characters) with which pushed logs are encrypted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? LogpushPublicKey { get; set; }

    /// <summary>Targets of trace export: OtelExporter objects, or hashtables with Url, Headers, Authorization, ContentType.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ModelTransformation(typeof(OtelExporter[]), nameof(Otel))]
    public OtelExporter[]? Otel { get; set; }

    /// <summary>How often the gateway tries a provider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation]
    [ValidateSettingRange(1, 5, "attempts")]
    public int? RetryMaxAttempts { get; set; }

    /// <summary>The gateway's wait between tries: milliseconds or a TimeSpan.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [NumberTransformation(PerSecond = 1000)]
    [ValidateSettingRange(0, 60_000, "milliseconds")]
    public int? RetryDelay { get; set; }

    /// <summary>How that wait grows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ChoiceTransformation(typeof(RetryBackoff))]
    public RetryBackoff? RetryBackoff { get; set; }

    /// <summary>Spend limits: a SpendLimits, or a hashtable such as @{ Enabled = $true; Rules = @{ Limit = 25; Window = 86400 } }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ModelTransformation(typeof(SpendLimits), nameof(SpendLimits))]
    public SpendLimits? SpendLimits { get; set; }

    /// <summary>The Secrets Store that holds the gateway's provider keys.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    public string? StoreId { get; set; }

    /// <summary>Usage reporting to Stripe: a StripeSettings, or a hashtable with Authorization (a SecureString) and UsageEvents.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    [ModelTransformation(typeof(StripeSettings), nameof(Stripe))]
    public StripeSettings? Stripe { get; set; }

    /// <summary>Who is billed for Workers AI calls.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [ChoiceTransformation(typeof(WorkersAiBillingMode))]
    public WorkersAiBillingMode? WorkersAiBillingMode { get; set; }

    /// <summary>Whether Unified Billing calls use zero data retention where the provider has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Zdr { get; set; }

    /// <summary>Settings that this version of the module has no parameter for, by their wire names.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? AdditionalProperty { get; set; }

    /// <summary>Remembers which settings were typed: what is bound now did not come from the pipeline.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _settings = new BoundSettings(this);
    }

    /// <summary>Collects the settings of this record by wire name.</summary>
    /// <param name="takePiped">Whether settings that were bound from the piped object count.</param>
    /// <returns>The settings, or null when one was refused; the error was written.</returns>
    private protected Dictionary<string, object?>? ReadSettings(bool takePiped)
    {
        Dictionary<string, object?> settings = _settings.Read(takePiped, out string? refused);
        if (refused is not null)
        {
            WriteError(ErrorRecords.NotClearable(refused, $"gateway '{Current}'", Current));
            return null;
        }

        return AddAdditional(settings) ? settings : null;
    }

    /// <summary>A rate limit is a pair: half of one would silently limit nothing.</summary>
    private protected bool HasWholeRateLimit(int? limit, int? interval)
    {
        if (limit > 0 == interval > 0)
        {
            return true;
        }

        string missing = limit > 0 ? nameof(RateLimitingInterval) : nameof(RateLimitingLimit);
        WriteError(ErrorRecords.InvalidInput(
            "IncompleteRateLimit",
            $"The rate limit of gateway '{Current}' would be half: {(limit > 0 ? $"{limit} requests without a window" : $"a window of {interval} seconds without a number of requests")}.",
            Current,
            $"Give -{missing} a value above 0, too, or set both to 0 to switch the limit off."));
        return false;
    }

    private bool AddAdditional(Dictionary<string, object?> settings)
    {
        foreach (DictionaryEntry entry in AdditionalProperty ?? new Hashtable())
        {
            string member = entry.Key.ToString() ?? string.Empty;
            if (_settings.Find(member) is { } known)
            {
                WriteError(ErrorRecords.InvalidInput(
                    "AdditionalPropertyKnown", $"-AdditionalProperty has '{member}', which has a parameter of its own.", Current, $"Use -{known.Name}."));
                return false;
            }

            settings[member] = PlainValue.From(entry.Value);
        }

        return true;
    }
}
