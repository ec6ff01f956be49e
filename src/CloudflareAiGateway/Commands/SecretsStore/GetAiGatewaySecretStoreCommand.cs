using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the account's Secrets Stores, of which there is one at most today, with how many secrets the account has and may have.</summary>
/// <remarks>Source: <c>secrets-store-list</c>, <c>secrets-store-get-store-by-id</c>, <c>secrets-store-quota</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewaySecretStore", SupportsPaging = true)]
[OutputType(typeof(AiGatewaySecretStore))]
public sealed class GetAiGatewaySecretStoreCommand : ListCommand
{
    private const int PageSize = 100;

    /// <summary>The store's name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The store's id, which piped gateways give, too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? StoreId { get; set; }

    private protected override string ResourceName => "SecretStore";

    /// <summary>Writes the stores.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            if (!string.IsNullOrEmpty(StoreId))
            {
                WriteOne(accountId);
            }
            else if (MyInvocation.BoundParameters.ContainsKey(nameof(StoreId)))
            {
                WriteVerbose("The piped gateway has no Secrets Store.");
            }
            else
            {
                WriteMatches(accountId);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, StoreId ?? Name);
        }
    }

    private void WriteOne(string accountId)
    {
        AiGatewaySecretStore store = Await(call => Client.SecretStores.GetAsync(accountId, StoreId!, call));
        if (IsWanted(store))
        {
            WriteItem(store);
        }
    }

    private void WriteMatches(string accountId)
    {
        bool found = false;
        WriteList(
            PageSize,
            (page, call) => Client.SecretStores.ListAsync(accountId, page, PageSize, call),
            store => store.Id,
            Name is null ? null : store => IsWanted(store) && (found = true));
        if (Name is not null && !found && !IsSatisfied && !WildcardPattern.ContainsWildcardCharacters(Name))
        {
            WriteError(ErrorRecords.Create(
                new AiGatewayException(AiGatewayErrorKind.NotFound, $"The account has no Secrets Store called '{Name}'.")
                {
                    RecommendedAction = "Get-AiGatewaySecretStore without -Name lists what is there.",
                },
                Name,
                ResourceName));
        }
    }

    private bool IsWanted(AiGatewaySecretStore store) => Name is null || new WildcardPattern(Name, WildcardOptions.IgnoreCase).IsMatch(store.Name);
}
