using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Stores a provider's key for a gateway, from nothing: finds or makes the Secrets Store, sets the gateway's StoreId, makes the secret under
/// its required name, waits until it is active, attaches it and reads it back. Run again after an interruption, it goes on.
/// </summary>
/// <remarks>Source: <c>aig-config-create-providers</c>, <c>secrets-store-create</c>, <c>secrets-store-secret-create</c>, <c>aig-config-update-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayProviderKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = KeySet)]
[OutputType(typeof(AiGatewayProviderKey))]
public sealed class NewAiGatewayProviderKeyCommand : ProviderKeyCommand
{
    private const string KeySet = "ApiKey";
    private const string SecretSet = "Secret";

    private bool _typedPeriod;

    /// <summary>The provider, such as <c>openai</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ProviderSlug")]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public override string Provider { get; set; } = string.Empty;

    /// <summary>The provider's key, of any form: a SecureString, or a PSCredential whose password it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [SecretTransformation(nameof(ApiKey), "openai")]
    public SecureString? ApiKey { get; set; }

    /// <summary>A secret that holds the key already, under the name that the gateway looks for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? SecretId { get; set; }

    /// <summary>Makes it the provider's default key; left out, that is so for the alias <c>default</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DefaultConfig")]
    [FlagTransformation]
    public SwitchParameter Default { get; set; }

    /// <summary>Requests that may use the key per period; 0 for no limit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [ValidateSettingRange(0, int.MaxValue, "requests")]
    public int? RateLimit { get; set; }

    /// <summary>That period: seconds or a TimeSpan; left out, the API takes 60.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation(PerSecond = 1)]
    [ValidateSettingRange(1, int.MaxValue, "seconds")]
    public int? RateLimitPeriod { get; set; }

    /// <summary>The Secrets Store for a gateway that has none yet; left out, the account's only one, or a new one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? StoreId { get; set; }

    /// <summary>Replaces the value of a key, or of a secret of the required name, that is there already; takes a provider that this module, or the account, does not know.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How long to wait until the secret is active, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 120;

    /// <summary>Remembers whether the period was typed: keys without a limit have a period all the same, and are piped with it.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _typedPeriod = RateLimitPeriod is not null;
    }

    /// <summary>Stores one key.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidNames() || !HasKnownProvider() || !HasWholeRateLimit() || (ApiKey is not null && !HasValidValue(ApiKey)))
        {
            return;
        }

        NewProviderKey wanted = Read(ResolveAccountId());
        if (TryAwait(Provider, call => Client.ProviderKeys.PlanAsync(wanted, call), out IProviderKeySetup setup) && MayRun(setup, wanted.AccountId))
        {
            Run(setup);
        }
    }

    /// <summary>A slug that does not exist would be found out only when store and secret are made.</summary>
    private bool HasKnownProvider()
    {
        AiGatewayProvider? known = ProviderCatalog.Find(Provider);
        return Force || ProviderCatalog.IsCustom(Provider) || known?.Slug == Provider || Passes(
            "InvalidProvider",
            known is null
                ? $"{ProviderCatalog.ExplainUnknown(Provider)} Get-AiGatewayProvider lists them; one of your own is 'custom-' and its slug; -Force takes one that is newer than this module."
                : $"Gateways call the provider '{Provider}' '{known.Slug}'; use that.",
            Provider);
    }

    private bool HasWholeRateLimit() => Passes(
        "IncompleteRateLimit",
        _typedPeriod && RateLimit is null ? $"-RateLimitPeriod {RateLimitPeriod} without -RateLimit limits nothing. Give -RateLimit, too." : null,
        Provider);

    private NewProviderKey Read(string accountId) => new()
    {
        AccountId = accountId,
        Gateway = Gateway,
        Provider = Provider,
        Alias = EffectiveAlias,
        IsDefault = MyInvocation.BoundParameters.ContainsKey(nameof(Default)) ? Default.IsPresent : null,
        RateLimit = RateLimit,
        RateLimitPeriod = RateLimit is null ? null : RateLimitPeriod,
        ApiKey = ApiKey,
        SecretId = SecretId,
        StoreId = StoreId,
        Force = Force,
        Patience = TimeSpan.FromSeconds(TimeoutSec),
    };

    private bool MayRun(IProviderKeySetup setup, string accountId)
    {
        var lines = new List<string> { $"Store the {Describe(accountId)}:" };
        foreach (string step in setup.Steps)
        {
            lines.Add($"    {lines.Count}. {step}");
        }

        string text = string.Join(Environment.NewLine, lines);
        return ShouldProcess(text, text + Environment.NewLine + "Continue?", "New-AiGatewayProviderKey");
    }

    private void Run(IProviderKeySetup setup)
    {
        AiGatewayProviderKey key;
        try
        {
            key = ProviderKeyRun.Complete(this, setup, $"Storing the {KeyText} for gateway '{Gateway}'");
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Provider);
            return;
        }

        WriteObject(key);
        if (setup.Gateway.Authentication == false)
        {
            WriteWarning($"Gateway '{Gateway}' takes calls without a Cloudflare token, and stored keys need an authenticated gateway: Set-AiGateway {Gateway} -Authentication $true");
        }
    }
}
