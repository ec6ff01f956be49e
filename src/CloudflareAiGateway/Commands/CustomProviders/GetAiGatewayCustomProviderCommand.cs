using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets custom providers: all, by slug, by wildcard pattern, by id, or by a search of the server's.</summary>
/// <remarks>Source: <c>aig-config-list-account-provider</c>, <c>aig-config-fetch-account-provider</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayCustomProvider", SupportsPaging = true)]
[OutputType(typeof(AiGatewayCustomProvider))]
public sealed class GetAiGatewayCustomProviderCommand : ListCommand
{
    private const int PageSize = 50;

    /// <summary>Slugs of providers, with or without custom- in front; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CustomProviderSlugCompleter))]
    public string[]? Slug { get; set; }

    /// <summary>The id of a provider; it counts before the slug. A piped price gives the id of its provider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountProviderId")]
    public string? CustomProviderId { get; set; }

    /// <summary>Text that the server looks for in ids, names and slugs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Only providers that are on, or off.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    /// <summary>Only providers that are marked as beta, or not.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Beta { get; set; }

    private protected override string ResourceName => "CustomProvider";

    /// <summary>Writes the providers.</summary>
    protected override void ProcessRecord()
    {
        if (!string.IsNullOrEmpty(CustomProviderId))
        {
            WriteById(CustomProviderId!);
            return;
        }

        foreach (string? slug in Slug ?? new string?[] { null })
        {
            if (IsSatisfied && !PagingParameters.IncludeTotalCount)
            {
                return;
            }

            if (slug is null || Search is not null || Enable is not null || Beta is not null || WildcardPattern.ContainsWildcardCharacters(slug))
            {
                WriteMatches(slug);
            }
            else
            {
                WriteOne(slug);
            }
        }
    }

    private void WriteMatches(string? pattern)
    {
        try
        {
            string accountId = ResolveAccountId();
            var wildcard = pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            int size = pattern is null && PagingParameters.Skip == 0 && PagingParameters.First is > 0 and < PageSize ? (int)PagingParameters.First : PageSize;
            WriteList(
                size,
                (page, call) => Client.CustomProviders.ListAsync(accountId, Search, Enable, Beta, page, size, call),
                provider => provider.Id,
                wildcard is null ? null : provider => wildcard.IsMatch(provider.Slug) || wildcard.IsMatch(provider.GatewaySlug));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, pattern);
        }
    }

    private void WriteOne(string slug)
    {
        string accountId = ResolveAccountId();
        if (TryAwait(slug, call => Client.CustomProviders.FindAsync(accountId, slug, call), out AiGatewayCustomProvider provider))
        {
            WriteItem(provider);
        }
    }

    private void WriteById(string id)
    {
        if (!CustomProviderSlug.IsId(id))
        {
            WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderId", $"'{id}' is not the id of a custom provider, which is a UUID.", id, "Give the slug instead, or the Id that Get-AiGatewayCustomProvider shows."));
            return;
        }

        string accountId = ResolveAccountId();
        if (TryAwait(id, call => Client.CustomProviders.GetAsync(accountId, id, call), out AiGatewayCustomProvider provider))
        {
            WriteItem(provider);
        }
    }
}
