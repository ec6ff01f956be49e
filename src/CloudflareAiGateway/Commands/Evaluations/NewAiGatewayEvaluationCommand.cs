using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Creates an evaluation over one to five datasets of a gateway. Piped datasets of one gateway make one evaluation together.</summary>
/// <remarks>Source: <c>aig-config-create-evaluations</c>, <c>aig-config-list-evaluators</c>, <c>aig-config-list-dataset</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayEvaluation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayEvaluation))]
public sealed class NewAiGatewayEvaluationCommand : GatewayItemCommand
{
    private const int MaximumDatasets = 5;

    private readonly List<EvaluationDraft> _drafts = new();

    /// <summary>The name, unique in the gateway.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Names of datasets.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatasetNameCompleter))]
    public string[]? Dataset { get; set; }

    /// <summary>Ids of datasets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? DatasetId { get; set; }

    /// <summary>What to measure: names, types or ids of evaluators. All when left out; those that are mandatory are taken in any case.</summary>
    [Parameter]
    [Alias("EvaluationTypeId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EvaluatorCompleter))]
    public string[]? Evaluator { get; set; }

    private protected override string ResourceName => "Evaluation";

    /// <summary>Collects the datasets of one record.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        string accountId = ResolveAccountId();
        EvaluationDraft? draft = _drafts.Find(d => d.AccountId == accountId && d.Gateway == Gateway);
        if (draft is null)
        {
            draft = new EvaluationDraft(accountId, Gateway);
            _drafts.Add(draft);
        }

        foreach (string id in DatasetId ?? Array.Empty<string>())
        {
            draft.Add(id);
        }
    }

    /// <summary>Creates one evaluation for each gateway.</summary>
    protected override void EndProcessing()
    {
        foreach (EvaluationDraft draft in _drafts)
        {
            try
            {
                Create(draft);
            }
            catch (AiGatewayException failure)
            {
                if (failure.Kind == AiGatewayErrorKind.NotFound && GatewayPresence.Explain(this, Client.Gateways, draft.AccountId, draft.Gateway) is { } missing)
                {
                    WriteError(missing);
                }
                else
                {
                    Fail(failure, Name);
                }
            }
        }
    }

    private void Create(EvaluationDraft draft)
    {
        if (!AddNamedDatasets(draft))
        {
            return;
        }

        if (draft.DatasetIds.Count is 0 or > MaximumDatasets)
        {
            WriteError(ErrorRecords.InvalidInput(
                "InvalidEvaluation",
                $"An evaluation takes 1 to {MaximumDatasets} datasets of one gateway; '{Name}' in gateway '{draft.Gateway}' got {draft.DatasetIds.Count}.",
                Name,
                "Name them with -Dataset, or pipe them."));
            return;
        }

        IReadOnlyList<AiGatewayEvaluator> offered = EvaluatorChoice.Read(this, Client.Evaluations, draft.AccountId);
        if (EvaluatorChoice.FindUnknown(offered, Evaluator) is { } unknown)
        {
            WriteNotFound("Evaluator", unknown, $"There is no evaluator '{unknown}'.", $"Use one of {string.Join(", ", offered.Select(e => e.Name))}.");
            return;
        }

        IReadOnlyList<AiGatewayEvaluator> chosen = EvaluatorChoice.From(offered, Evaluator);
        string measures = string.Join(", ", chosen.Select(e => e.Name));
        if (ShouldProcess(
            $"evaluation '{Name}' of gateway '{draft.Gateway}' (account {draft.AccountId})",
            $"Create over {draft.DatasetIds.Count} dataset(s), measuring {measures}"))
        {
            WriteObject(Await(call => Client.Evaluations.CreateAsync(
                draft.AccountId, draft.Gateway, Name, draft.DatasetIds, chosen.Select(e => e.Id).ToArray(), call)));
            CompletionCache.Clear();
        }
    }

    private bool AddNamedDatasets(EvaluationDraft draft)
    {
        foreach (string name in Dataset ?? Array.Empty<string>())
        {
            if (Await(call => Client.Datasets.FindAsync(draft.AccountId, draft.Gateway, name, call)) is not { } dataset)
            {
                WriteNotFound("Dataset", name, $"Gateway '{draft.Gateway}' has no dataset named '{name}'.", $"Get-AiGatewayDataset {draft.Gateway} lists what is there.");
                return false;
            }

            draft.Add(dataset.Id);
        }

        return true;
    }

    private void WriteNotFound(string resource, string name, string message, string action) =>
        WriteError(ErrorRecords.Create(new AiGatewayException(AiGatewayErrorKind.NotFound, message) { RecommendedAction = action }, name, resource));
}
