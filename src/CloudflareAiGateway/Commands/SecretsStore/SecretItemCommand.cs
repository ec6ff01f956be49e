using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>For commands on secrets that exist: by name, which is looked up in the store, or by the id that piped secrets and keys give.</summary>
public abstract class SecretItemCommand : SecretStoreCommand
{
    private protected const string NameSet = "Name";
    private protected const string IdSet = "Id";

    /// <summary>Names of secrets.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of secrets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? SecretId { get; set; }

    /// <summary>Does the command's work for each secret; one that fails leaves the others alone.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        foreach (string each in Name ?? SecretId!)
        {
            try
            {
                ProcessSecret(Find(accountId, ResolveStoreId(accountId), each));
            }
            catch (AiGatewayException failure)
            {
                Fail(failure, each);
            }
        }
    }

    /// <summary>Does the command's work for one secret.</summary>
    private protected abstract void ProcessSecret(AiGatewaySecret secret);

    /// <summary>Reads one secret as it is now.</summary>
    /// <exception cref="AiGatewayException">NotFound: there is none of that name or id.</exception>
    private protected virtual AiGatewaySecret Find(string accountId, string storeId, string nameOrId) => Name is null
        ? Await(call => Client.Secrets.GetAsync(accountId, storeId, nameOrId, call))
        : Await(call => Client.Secrets.FindAsync(accountId, storeId, nameOrId, call)) ?? throw Missing(storeId, nameOrId);

    /// <summary>There is no secret of that name.</summary>
    private protected static AiGatewayException Missing(string storeId, string name) =>
        new(AiGatewayErrorKind.NotFound, $"Secrets Store {storeId} has no secret called '{name}'.")
        {
            RecommendedAction = "Check the name, which is case-sensitive; Get-AiGatewaySecret lists what is there.",
        };

    /// <summary>The services in a few words.</summary>
    private protected static string Show(IEnumerable<SecretScope> scopes) => string.Join(", ", scopes);
}
