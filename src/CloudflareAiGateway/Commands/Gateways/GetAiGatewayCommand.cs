using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets gateways: all, by name, by wildcard pattern, or by a search of the server's.</summary>
/// <remarks>Source: <c>aig-config-list-gateway</c>, <c>aig-config-fetch-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGateway", SupportsPaging = true)]
[OutputType(typeof(AiGateway))]
public sealed class GetAiGatewayCommand : ListCommand
{
    private const int PageSize = 100;

    private bool _nameIsTyped;

    /// <summary>Names of gateways; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "GatewayId")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Text that the server looks for in names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The piped object. An account gives its id only: its name is no gateway's.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Remembers whether names were typed: what is bound later came from the pipeline.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _nameIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Name));
    }

    /// <summary>Writes the gateways.</summary>
    protected override void ProcessRecord()
    {
        bool wantsAll = Name is null || (!_nameIsTyped && PipedObject.Is<AiGatewayAccount>(InputObject));
        foreach (string? name in wantsAll ? new string?[] { null } : Name!)
        {
            if (IsSatisfied && !PagingParameters.IncludeTotalCount)
            {
                return;
            }

            if (name is null || Search is not null || WildcardPattern.ContainsWildcardCharacters(name))
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
                PageSizeFor(pattern),
                (page, call) => Client.Gateways.ListAsync(accountId, Search, page, PageSizeFor(pattern), call),
                gateway => gateway.Id,
                wildcard is null ? null : gateway => wildcard.IsMatch(gateway.Id));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, pattern);
        }
    }

    private void WriteOne(string name)
    {
        if (GatewayName.Explain(name) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, name));
            return;
        }

        string accountId = ResolveAccountId();
        if (TryAwait(name, call => Client.Gateways.GetAsync(accountId, name, call), out AiGateway gateway))
        {
            WriteItem(gateway);
        }
    }

    /// <summary>No more than what -First asks for crosses the wire, as long as no pattern of ours decides what counts.</summary>
    private int PageSizeFor(string? pattern) =>
        pattern is null && PagingParameters.Skip == 0 && PagingParameters.First is > 0 and < PageSize ? (int)PagingParameters.First : PageSize;
}
