using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands on single datasets have in common.</summary>
public abstract class DatasetItemCommand : NamedItemCommand
{
    /// <summary>Names of datasets.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatasetNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of datasets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? DatasetId { get; set; }

    private protected override string ResourceName => "Dataset";

    private protected override string[]? Names => ParameterSetName == NameSet ? Name : null;

    private protected override string[]? Ids => ParameterSetName == IdSet ? DatasetId : null;

    private protected override async Task<string?> FindIdAsync(string accountId, string name, CallContext call) =>
        (await Client.Datasets.FindAsync(accountId, Gateway, name, call).ConfigureAwait(false))?.Id;
}
