using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the datasets of gateways: all, by name or pattern, or by id.</summary>
/// <remarks>Source: <c>aig-config-list-dataset</c>, <c>aig-config-fetch-dataset</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayDataset", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(AiGatewayDataset))]
public sealed class GetAiGatewayDatasetCommand : NamedListCommand<AiGatewayDataset>
{
    /// <summary>Names of datasets; wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatasetNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of datasets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? DatasetId { get; set; }

    /// <summary>Only datasets that collect logs, or only the others.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    private protected override string ResourceName => "Dataset";

    private protected override string[]? Names => Name;

    private protected override string[]? Ids => DatasetId;

    private protected override Task<ResultPage<AiGatewayDataset>> ListAsync(string accountId, string? name, int page, int pageSize, CallContext call) =>
        Client.Datasets.ListAsync(new DatasetQuery { AccountId = accountId, Gateway = Gateway, Name = name, Enable = Enable, Search = Search }, page, pageSize, call);

    private protected override Task<AiGatewayDataset> GetAsync(string accountId, string id, CallContext call) => Client.Datasets.GetAsync(accountId, Gateway, id, call);

    private protected override string IdOf(AiGatewayDataset thing) => thing.Id;

    private protected override string NameOf(AiGatewayDataset thing) => thing.Name;
}
