using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>An evaluation that is about to be made: the datasets of one gateway, collected from the pipeline.</summary>
internal sealed class EvaluationDraft
{
    /// <summary>Begins a draft.</summary>
    public EvaluationDraft(string accountId, string gateway)
    {
        AccountId = accountId;
        Gateway = gateway;
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>The gateway.</summary>
    public string Gateway { get; }

    /// <summary>The datasets' ids, each once.</summary>
    public List<string> DatasetIds { get; } = new();

    /// <summary>Adds a dataset.</summary>
    public void Add(string datasetId)
    {
        if (!DatasetIds.Contains(datasetId))
        {
            DatasetIds.Add(datasetId);
        }
    }
}
