namespace CloudflareAiGateway.Emulator;

/// <summary>What a request wants done, or why it cannot be.</summary>
/// <param name="Plan">The plan; null beside a refusal.</param>
/// <param name="Refusal">Why there is none.</param>
internal sealed record PlanReading(CallPlan? Plan, GatewayRefusal? Refusal)
{
    public static implicit operator PlanReading(CallPlan plan) => new(plan, null);

    public static implicit operator PlanReading(ModelStep step) => new(CallPlan.Of(step), null);

    public static implicit operator PlanReading(GatewayRefusal refusal) => new(null, refusal);
}
