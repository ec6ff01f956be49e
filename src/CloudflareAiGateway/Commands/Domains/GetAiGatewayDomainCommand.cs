using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the hostnames of one's own in front of a gateway: all, by name, or by wildcard pattern.</summary>
/// <remarks>Source: <c>aig-config-list-custom-domain</c>, <c>aig-config-fetch-custom-domain</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayDomain", SupportsPaging = true)]
[OutputType(typeof(AiGatewayDomain))]
public sealed class GetAiGatewayDomainCommand : GatewayListCommand
{
    private const int PageSize = 50;

    /// <summary>Hostnames; wildcards are allowed.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Hostname")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DomainCompleter))]
    public string[]? Domain { get; set; }

    /// <summary>Only domains that have come this far.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(DomainStatus))]
    public DomainStatus? Status { get; set; }

    /// <summary>Text that the server looks for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    private protected override string ResourceName => "Domain";

    /// <summary>Writes the domains of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        foreach (string? name in Domain ?? new string?[] { null })
        {
            if (IsSatisfied && !PagingParameters.IncludeTotalCount)
            {
                return;
            }

            if (name is null || Status is not null || Search is not null || WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteMatches(name);
            }
            else
            {
                WriteOne(name);
            }
        }
    }

    private void WriteMatches(string? pattern)
    {
        try
        {
            string accountId = ResolveAccountId();
            var wildcard = pattern is null ? null : new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            WriteList(
                PageSize,
                (page, call) => Client.Domains.ListAsync(accountId, Gateway, Status, Search, page, PageSize, call),
                domain => domain.Hostname,
                wildcard is null ? null : domain => wildcard.IsMatch(domain.Hostname));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, pattern ?? Gateway);
        }
    }

    private void WriteOne(string name)
    {
        if (!DomainName.TryRead(name, out string hostname, out string? problem))
        {
            WriteError(ErrorRecords.InvalidInput("InvalidDomain", problem!, name));
            return;
        }

        string accountId = ResolveAccountId();
        if (TryAwait(hostname, call => Client.Domains.GetAsync(accountId, Gateway, hostname, call), out AiGatewayDomain domain))
        {
            WriteItem(domain);
        }
    }
}
