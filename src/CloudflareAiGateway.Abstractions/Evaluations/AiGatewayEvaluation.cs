using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>An evaluation: some measures, taken once over the logs of one to five datasets. It cannot be changed, only made anew.</summary>
/// <remarks>Deprecated by Cloudflare and closed to new accounts. Source: <c>aig-config-fetch-evaluations</c>, <c>aig-config-list-evaluations</c>.</remarks>
public sealed class AiGatewayEvaluation
{
    /// <summary>The id that the service gave. Also shown as <c>EvaluationId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name, unique in its gateway.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway whose logs are evaluated.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>Whether it has been carried out.</summary>
    public bool? Processed { get; init; }

    /// <summary>How many logs it looked at.</summary>
    public long? TotalLogs { get; init; }

    /// <summary>The datasets whose logs are evaluated.</summary>
    public AiGatewayDataset[] Datasets { get; init; } = Array.Empty<AiGatewayDataset>();

    /// <summary>What came out, one entry for each evaluator; empty until it has been carried out.</summary>
    public AiGatewayEvaluationResult[] Results { get; init; } = Array.Empty<AiGatewayEvaluationResult>();

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The evaluation's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
