using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// What a change of single members would do: the thing as it is, as it would be, and every member that would change. Applied by the
/// client that made it, which sends those members and no others.
/// </summary>
/// <typeparam name="T">What is changed.</typeparam>
internal abstract class PatchPlan<T>
    where T : class
{
    /// <summary>Makes a plan.</summary>
    /// <param name="current">The thing as it is.</param>
    /// <param name="preview">The thing as it would be, for <c>-WhatIf -PassThru</c>.</param>
    /// <param name="differences">What would change; empty when nothing would.</param>
    protected PatchPlan(T current, T preview, IReadOnlyList<GatewayDifference> differences)
    {
        Current = current;
        Preview = preview;
        Differences = differences;
    }

    /// <summary>The thing as it is.</summary>
    public T Current { get; }

    /// <summary>The thing as it would be.</summary>
    public T Preview { get; }

    /// <summary>What would change; empty when nothing would.</summary>
    public IReadOnlyList<GatewayDifference> Differences { get; }
}
