using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Deletes custom providers, and with each its prices, which it counts first. There is no way back, so it asks; -Confirm:$false does not.
/// </summary>
/// <remarks>Source: <c>aig-config-delete-account-provider</c>, <c>aig-config-list-account-provider-cost</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayCustomProvider", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayCustomProviderCommand : ConnectedCommand
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

    private protected override string ResourceName => "CustomProvider";

    /// <summary>Opens the book of providers.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _book = new CustomProviderBook(this, Client.CustomProviders);
    }

    /// <summary>Deletes one provider.</summary>
    protected override void ProcessRecord()
    {
        string target = string.IsNullOrEmpty(CustomProviderId) ? Slug ?? string.Empty : CustomProviderId!;
        if (target.Length == 0)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderSlug", "No custom provider is named.", target, "Give -Slug, or pipe providers from Get-AiGatewayCustomProvider."));
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            AiGatewayCustomProvider provider = _book.Find(accountId, target);
            int prices = Await(call => Client.ModelPrices.CountAsync(accountId, provider.Id, call));
            if (ShouldProcess($"custom provider '{provider.Slug}' (account {accountId})", $"Delete the provider {With(prices)}"))
            {
                Await(call => Client.CustomProviders.DeleteAsync(accountId, provider.Id, provider.Slug, call));
                CompletionCache.Clear();
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, target);
        }
    }

    private static string With(int prices) => prices switch
    {
        0 => "(it has no prices)",
        1 => "and its price (1 rule)",
        _ => $"and its prices ({prices} rules)",
    };
}
