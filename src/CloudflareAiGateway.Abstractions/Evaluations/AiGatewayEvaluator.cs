using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>An evaluator: one measure that evaluations can take, such as cost or speed. The API calls it an evaluation type.</summary>
/// <remarks>Deprecated by Cloudflare and closed to new accounts. Source: <c>aig-config-list-evaluators</c>.</remarks>
public sealed class AiGatewayEvaluator
{
    /// <summary>The id that the service gave. Also shown as <c>EvaluationTypeId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>What is measured, in a word.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>What is measured, in a sentence.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether it can be used.</summary>
    public bool? Enable { get; init; }

    /// <summary>Whether every evaluation has to take it.</summary>
    public bool? Mandatory { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The evaluator's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
