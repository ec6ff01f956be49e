using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What an update of a dataset would do. Applied by the client that made it.</summary>
internal abstract class DatasetUpdatePlan
{
    /// <summary>Makes a plan.</summary>
    /// <param name="current">The dataset as it is.</param>
    /// <param name="preview">The dataset as it would be.</param>
    /// <param name="differences">What would change; empty when nothing would.</param>
    protected DatasetUpdatePlan(AiGatewayDataset current, AiGatewayDataset preview, IReadOnlyList<GatewayDifference> differences)
    {
        Current = current;
        Preview = preview;
        Differences = differences;
    }

    /// <summary>The dataset as it is.</summary>
    public AiGatewayDataset Current { get; }

    /// <summary>The dataset as it would be, for <c>-WhatIf -PassThru</c>.</summary>
    public AiGatewayDataset Preview { get; }

    /// <summary>What would change; empty when nothing would.</summary>
    public IReadOnlyList<GatewayDifference> Differences { get; }
}
