using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Creates a custom provider. It is on unless told otherwise: the API's own default is off, and fails every call. A piped provider or CSV
/// row gives its settings.
/// </summary>
/// <remarks>Source: <c>aig-config-create-account-provider</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayCustomProvider", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayCustomProvider))]
public sealed class NewAiGatewayCustomProviderCommand : CustomProviderSettingsCommand
{
    /// <summary>The provider's name in addresses: calls go to custom-{slug}.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The provider's address (https), in front of whatever follows custom-{slug}/ in a call.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Setting]
    [AllowEmptyString]
    [AllowNull]
    public string? BaseUrl { get; set; }

    /// <summary>Extra headers for the provider, by name; values may be secrets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [HeadersTransformation]
    public IDictionary? Headers { get; set; }

    /// <summary>Creates one provider.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidSlug(Slug) || ReadSettings(Slug, takePiped: true) is not { } settings)
        {
            return;
        }

        // An empty address of a CSV row was not taken for a value above.
        if (!settings.TryGetValue("base_url", out object? address))
        {
            WriteError(Errors.ErrorRecords.InvalidInput("InvalidCustomProviderUrl", CustomProviderAddress.Explain(string.Empty)!, Slug));
            return;
        }

        settings["enable"] = Enable ?? true;
        settings["name"] = string.IsNullOrWhiteSpace(Name) ? Slug : Name;
        foreach (string cleared in settings.Where(s => s.Value is null).Select(s => s.Key).ToArray())
        {
            settings.Remove(cleared);
        }

        string accountId = ResolveAccountId();
        WarnOfPrefix();
        if (ShouldProcess($"custom provider '{Slug}' (account {accountId})", $"Create for {address}")
            && TryAwait(Slug, call => Client.CustomProviders.CreateAsync(accountId, Slug, settings, call), out AiGatewayCustomProvider provider))
        {
            CompletionCache.Clear();
            WriteObject(provider);
        }
    }

    private void WarnOfPrefix()
    {
        if (Slug.StartsWith(CustomProviderSlug.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            WriteWarning($"Gateways put '{CustomProviderSlug.Prefix}' in front of a slug by themselves: calls to this provider go to '{CustomProviderSlug.Prefix}{Slug}'.");
        }
    }
}
