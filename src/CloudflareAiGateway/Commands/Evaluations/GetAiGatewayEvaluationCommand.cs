using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the evaluations of gateways with their results: all, by name or pattern, or by id.</summary>
/// <remarks>Source: <c>aig-config-list-evaluations</c>, <c>aig-config-fetch-evaluations</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayEvaluation", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(AiGatewayEvaluation))]
public sealed class GetAiGatewayEvaluationCommand : NamedListCommand<AiGatewayEvaluation>
{
    /// <summary>Names of evaluations; wildcards are allowed.</summary>
    [Parameter(Position = 1, ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EvaluationNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of evaluations.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? EvaluationId { get; set; }

    /// <summary>Only evaluations that have been carried out, or only the others.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Processed { get; set; }

    private protected override string ResourceName => "Evaluation";

    private protected override string[]? Names => Name;

    private protected override string[]? Ids => EvaluationId;

    private protected override Task<ResultPage<AiGatewayEvaluation>> ListAsync(string accountId, string? name, int page, int pageSize, CallContext call) =>
        Client.Evaluations.ListAsync(new EvaluationQuery { AccountId = accountId, Gateway = Gateway, Name = name, Processed = Processed, Search = Search }, page, pageSize, call);

    private protected override Task<AiGatewayEvaluation> GetAsync(string accountId, string id, CallContext call) => Client.Evaluations.GetAsync(accountId, Gateway, id, call);

    private protected override string IdOf(AiGatewayEvaluation thing) => thing.Id;

    private protected override string NameOf(AiGatewayEvaluation thing) => thing.Name;
}
