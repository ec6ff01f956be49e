using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a request wants done.</summary>
internal sealed record CallPlan
{
    /// <summary>The steps, to be tried in their order; one, but for the universal endpoint.</summary>
    public IReadOnlyList<ModelStep> Steps { get; init; } = [];

    /// <summary>The route that chooses the models; the only step is then its pattern.</summary>
    public RouteGraph? Route { get; init; }

    /// <summary>What the auto router chose; a step for each of its models.</summary>
    public AutoChoice? Auto { get; init; }

    public static CallPlan Of(ModelStep step) => new() { Steps = [step] };
}
