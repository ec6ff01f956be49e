using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Changes a custom provider: sends what differs from what is there and nothing else. -WhatIf shows each setting's old and new value.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-account-provider</c>, <c>aig-config-update-account-provider</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayCustomProvider", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewayCustomProvider))]
public sealed class SetAiGatewayCustomProviderCommand : CustomProviderSettingsCommand
{
    private CustomProviderBook _book = null!;

    /// <summary>The provider's slug, with or without custom- in front.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomProviderSlugCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The provider's id; it counts before the slug.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CustomProviderId { get; set; }

    /// <summary>
    /// The piped object. A provider gives its identity only, as its settings are the state to change; any other object, such as a CSV row,
    /// gives its settings, too.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>A new slug. Whoever calls the provider under the old one fails from then on.</summary>
    [Parameter]
    [Setting]
    [WireName("slug")]
    public string? NewSlug { get; set; }

    /// <summary>The provider's address (https).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    public string? BaseUrl { get; set; }

    /// <summary>All extra headers for the provider, by name; $null takes them away.</summary>
    [Parameter]
    [Setting(Clearable = true)]
    [HeadersTransformation]
    public IDictionary? Headers { get; set; }

    /// <summary>The provider's picture.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? Logo { get; set; }

    /// <summary>Writes the provider as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Opens the book of providers.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _book = new CustomProviderBook(this, Client.CustomProviders);
    }

    /// <summary>Changes one provider.</summary>
    protected override void ProcessRecord()
    {
        string target = string.IsNullOrEmpty(CustomProviderId) ? Slug ?? string.Empty : CustomProviderId!;
        if (ReadSettings(target, takePiped: !PipedObject.Is<AiGatewayCustomProvider>(InputObject)) is not { } settings
            || (NewSlug is not null && !HasValidSlug(NewSlug)))
        {
            return;
        }

        if (target.Length == 0)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderSlug", "No custom provider is named.", target, "Give -Slug, or pipe providers from Get-AiGatewayCustomProvider."));
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            Change(accountId, target, settings);
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, target);
        }
    }

    private void Change(string accountId, string target, Dictionary<string, object?> settings)
    {
        string id = CustomProviderSlug.IsId(target) ? target : _book.Find(accountId, target).Id;
        PatchPlan<AiGatewayCustomProvider> plan = Await(call => Client.CustomProviders.PlanUpdateAsync(accountId, id, settings, call));
        if (Apply(plan, $"custom provider '{plan.Current.Slug}' (account {accountId})", target, PassThru, call => Client.CustomProviders.ApplyUpdateAsync(plan, call))
            && settings.ContainsKey("slug"))
        {
            CompletionCache.Clear();
        }
    }
}
