using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A dataset: a saved selection of a gateway's logs, on which evaluations are run. Its rows follow the logs by themselves.</summary>
/// <remarks>Deprecated by Cloudflare and closed to new accounts. Source: <c>aig-config-fetch-dataset</c>, <c>aig-config-list-dataset</c>.</remarks>
public sealed class AiGatewayDataset
{
    /// <summary>The id that the service gave. Also shown as <c>DatasetId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name, unique in its gateway.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway whose logs are selected.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>Whether the dataset collects logs.</summary>
    public bool? Enable { get; init; }

    /// <summary>The conditions, joined by AND; none selects every log.</summary>
    public AiGatewayLogFilter[] Filters { get; init; } = Array.Empty<AiGatewayLogFilter>();

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The dataset's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
