using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>A deployment inside a route or a list.</summary>
internal sealed class RouteDeploymentDocument
{
    /// <summary>The id.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The version.</summary>
    public string? VersionId { get; init; }

    /// <summary>When it was deployed.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Members that are newer.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
