using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A change of a price that was worked out but not sent.</summary>
internal sealed class ModelPricePlan : PatchPlan<AiGatewayModelPrice>
{
    /// <summary>Keeps what applying the plan needs.</summary>
    public ModelPricePlan(AiGatewayModelPrice current, AiGatewayModelPrice preview, IReadOnlyList<GatewayDifference> differences, JsonObject members)
        : base(current, preview, differences)
    {
        Members = members;
    }

    /// <summary>The members to send.</summary>
    public JsonObject Members { get; }
}
