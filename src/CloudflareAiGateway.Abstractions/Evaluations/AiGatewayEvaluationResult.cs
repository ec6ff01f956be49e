using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What one evaluator found.</summary>
public sealed class AiGatewayEvaluationResult
{
    /// <summary>The result's id.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The evaluation that it belongs to.</summary>
    public string EvaluationId { get; init; } = string.Empty;

    /// <summary>The evaluator, as Get-AiGatewayEvaluator lists it.</summary>
    public string EvaluationTypeId { get; init; } = string.Empty;

    /// <summary>The measure, in the service's own words.</summary>
    public string Result { get; init; } = string.Empty;

    /// <summary>The state as the service numbers it; <see cref="StatusDescription"/> says it in words.</summary>
    public int? Status { get; init; }

    /// <summary>The state in words.</summary>
    public string StatusDescription { get; init; } = string.Empty;

    /// <summary>How many logs the evaluator looked at.</summary>
    public long? TotalLogs { get; init; }

    /// <summary>When the result was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The result in one line.</summary>
    /// <returns>Such as <c>et_cost: 0.0021</c>.</returns>
    public override string ToString() => $"{EvaluationTypeId}: {(Result.Length == 0 ? StatusDescription : Result)}";
}
