using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a request wants done.</summary>
internal sealed record CallPlan
{
    /// <summary>The steps, to be tried in their order; one, but for the universal endpoint.</summary>
    public IReadOnlyList<ModelStep> Steps { get; init; } = [];

    public static CallPlan Of(ModelStep step) => new() { Steps = [step] };
}
