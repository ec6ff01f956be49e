using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the provider keys that a gateway has stored, never their values; by provider and alias, as the API gets none by itself.</summary>
/// <remarks>Source: <c>aig-config-list-providers</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayProviderKey", SupportsPaging = true)]
[OutputType(typeof(AiGatewayProviderKey))]
public sealed class GetAiGatewayProviderKeyCommand : GatewayListCommand
{
    private const int PageSize = 50;

    /// <summary>Providers; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StoredProviderCompleter))]
    public string[]? Provider { get; set; }

    /// <summary>Aliases; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    public string[]? Alias { get; set; }

    private protected override string ResourceName => "ProviderKey";

    /// <summary>Writes the keys of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        string accountId = ResolveAccountId();
        var providers = new NameFilter(Provider);
        var aliases = new NameFilter(Alias);
        try
        {
            WriteList(
                PageSize,
                (page, call) => Client.ProviderKeys.ListAsync(accountId, Gateway, page, PageSize, call),
                key => key.Id,
                Provider is null && Alias is null ? null : key => IsWanted(key, providers, aliases));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Gateway);
            return;
        }

        if (!IsSatisfied)
        {
            // A provider that was not found with any of the aliases is one error, not two.
            foreach (string missing in providers.Unmatched.Any() ? providers.Unmatched : aliases.Unmatched)
            {
                WriteError(Missing(missing));
            }
        }
    }

    /// <summary>Both count as found only when they match together.</summary>
    private static bool IsWanted(AiGatewayProviderKey key, NameFilter providers, NameFilter aliases)
    {
        if (!providers.Matches(key.ProviderSlug) || !aliases.Matches(key.Alias))
        {
            return false;
        }

        providers.MarkFound(key.ProviderSlug);
        aliases.MarkFound(key.Alias);
        return true;
    }

    private ErrorRecord Missing(string name)
    {
        string alias = Provider is not null && Alias is not null ? $" (with the alias {string.Join(" or ", Alias)})" : string.Empty;
        string what = Provider?.Contains(name, StringComparer.Ordinal) == true ? $"provider '{name}'{alias}" : $"the alias '{name}'";
        return ErrorRecords.Create(
            new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no key of {what}.")
            {
                RecommendedAction = $"Get-AiGatewayProviderKey {Gateway} lists its keys; New-AiGatewayProviderKey stores one.",
            },
            name,
            ResourceName);
    }
}
