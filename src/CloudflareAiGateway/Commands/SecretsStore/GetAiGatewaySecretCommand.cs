using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the secrets of a store, never their values.</summary>
/// <remarks>Source: <c>secrets-store-secrets-list</c>, <c>secrets-store-get-by-id</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewaySecret", SupportsPaging = true, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewaySecret))]
public sealed class GetAiGatewaySecretCommand : ListCommand
{
    private const string NameSet = "Name";
    private const string IdSet = "Id";
    private const int PageSize = 100;

    private readonly StoreResolver _stores;

    /// <summary>Has not looked for a store yet.</summary>
    public GetAiGatewaySecretCommand() => _stores = new StoreResolver(this);

    /// <summary>Names of secrets; wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of secrets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? SecretId { get; set; }

    /// <summary>The store's id; left out, the account's only store.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? StoreId { get; set; }

    /// <summary>A text that the server looks for in names and comments.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Only secrets that all of these services may use.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ModelTransformation(typeof(SecretScope[]), nameof(Scopes))]
    public SecretScope[]? Scopes { get; set; }

    private protected override string ResourceName => "Secret";

    /// <summary>Writes the secrets of one store.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            string storeId = _stores.Resolve(Client.SecretStores, accountId, StoreId);
            foreach (string? each in SecretId ?? Name ?? new string?[] { null })
            {
                if (SecretId is null)
                {
                    WriteMatches(accountId, storeId, each);
                }
                else if (TryAwait(each, call => Client.Secrets.GetAsync(accountId, storeId, each!, call), out AiGatewaySecret secret))
                {
                    WriteItem(secret);
                }
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, (SecretId ?? Name)?.FirstOrDefault() ?? StoreId);
        }
    }

    private void WriteMatches(string accountId, string storeId, string? name)
    {
        bool isLiteral = name is not null && !WildcardPattern.ContainsWildcardCharacters(name);
        WildcardPattern? pattern = name is null || isLiteral ? null : new WildcardPattern(name, WildcardOptions.IgnoreCase);
        bool found = false;
        WriteList(
            PageSize,
            (page, call) => Client.Secrets.ListAsync(accountId, storeId, Search, page, PageSize, call),
            secret => secret.Id,
            name is null && Scopes is null ? null : secret => IsWanted(secret) && (found = true));
        if (isLiteral && !found && !IsSatisfied)
        {
            WriteError(ErrorRecords.Create(
                new AiGatewayException(AiGatewayErrorKind.NotFound, $"Secrets Store {storeId} has no secret called '{name}'.")
                {
                    RecommendedAction = "Check the name; Get-AiGatewaySecret without -Name lists what is there.",
                },
                name,
                ResourceName));
        }

        bool IsWanted(AiGatewaySecret secret) =>
            (pattern?.IsMatch(secret.Name) ?? (name is null || string.Equals(secret.Name, name, StringComparison.OrdinalIgnoreCase)))
            && (Scopes is null || Array.TrueForAll(Scopes, scope => Array.IndexOf(secret.Scopes, scope) >= 0));
    }
}
