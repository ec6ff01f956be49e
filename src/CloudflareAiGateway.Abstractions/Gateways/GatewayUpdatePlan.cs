using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What an update would do: the gateway as it is, and every setting that would change. Applied by the client that made it.</summary>
internal abstract class GatewayUpdatePlan
{
    /// <summary>Makes a plan.</summary>
    /// <param name="current">The gateway as it is.</param>
    /// <param name="differences">What would change; empty when nothing would.</param>
    protected GatewayUpdatePlan(AiGateway current, IReadOnlyList<GatewayDifference> differences)
    {
        Current = current;
        Differences = differences;
    }

    /// <summary>The gateway as it is.</summary>
    public AiGateway Current { get; }

    /// <summary>What would change; empty when nothing would.</summary>
    public IReadOnlyList<GatewayDifference> Differences { get; }

    /// <summary>The gateway as it would be, for <c>-WhatIf -PassThru</c>.</summary>
    public abstract AiGateway Preview { get; }
}
