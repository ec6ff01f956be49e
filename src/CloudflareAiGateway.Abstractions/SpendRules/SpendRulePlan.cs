using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What an update of one spend rule would do. Applied by the client that made it.</summary>
internal abstract class SpendRulePlan
{
    /// <summary>The rule as it is; null when it is to be added.</summary>
    public AiGatewaySpendRule? Current { get; protected set; }

    /// <summary>The rule as it would be; null when it is to be removed.</summary>
    public AiGatewaySpendRule? Preview { get; protected set; }

    /// <summary>What would change of the rule and of the switch for all rules; empty when nothing would, or when a rule comes or goes.</summary>
    public IReadOnlyList<GatewayDifference> Differences { get; protected set; } = System.Array.Empty<GatewayDifference>();

    /// <summary>How many other rules the gateway has.</summary>
    public int OtherRules { get; protected set; }

    /// <summary>Whether the update would begin to apply the gateway's rules.</summary>
    public bool SwitchesOn { get; protected set; }
}
