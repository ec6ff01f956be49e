using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes evaluations with their results. There is no way back, so it asks first.</summary>
/// <remarks>Source: <c>aig-config-delete-evaluations</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayEvaluation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayEvaluationCommand : NamedItemCommand
{
    /// <summary>Names of evaluations.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EvaluationNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids of evaluations.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? EvaluationId { get; set; }

    private protected override string ResourceName => "Evaluation";

    private protected override string[]? Names => ParameterSetName == NameSet ? Name : null;

    private protected override string[]? Ids => ParameterSetName == IdSet ? EvaluationId : null;

    private protected override async Task<string?> FindIdAsync(string accountId, string name, CallContext call) =>
        (await Client.Evaluations.FindAsync(accountId, Gateway, name, call).ConfigureAwait(false))?.Id;

    private protected override void ProcessItem(string accountId, string id, string shown)
    {
        if (!ShouldProcess(Describe(accountId, shown), "Delete the evaluation with its results"))
        {
            return;
        }

        TryRun(
            accountId,
            shown,
            async call =>
            {
                await Client.Evaluations.DeleteAsync(accountId, Gateway, id, call).ConfigureAwait(false);
                CompletionCache.Clear();
                return true;
            },
            out bool _);
    }
}
