using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>An update of one spend rule that was worked out but not sent.</summary>
internal sealed class OwnSpendRulePlan : SpendRulePlan
{
    /// <summary>Keeps what applying the plan needs.</summary>
    /// <param name="change">The change, which can be worked out again on a gateway that somebody changed meanwhile.</param>
    /// <param name="gateway">The update of the gateway; null when nothing is to be sent.</param>
    /// <param name="current">The rule as it is; null when it is to be added.</param>
    /// <param name="preview">The rule as it would be; null when it is to be removed.</param>
    /// <param name="otherRules">How many other rules there are.</param>
    /// <param name="switchesOn">Whether the gateway begins to apply its rules.</param>
    /// <param name="differences">What would change.</param>
    public OwnSpendRulePlan(
        SpendRuleChange change,
        GatewayPlan? gateway,
        AiGatewaySpendRule? current,
        AiGatewaySpendRule? preview,
        int otherRules,
        bool switchesOn,
        IReadOnlyList<GatewayDifference> differences)
    {
        Change = change;
        Gateway = gateway;
        Current = current;
        Preview = preview;
        OtherRules = otherRules;
        SwitchesOn = switchesOn;
        Differences = differences;
    }

    /// <summary>The change.</summary>
    public SpendRuleChange Change { get; }

    /// <summary>The update of the gateway; null when nothing is to be sent.</summary>
    public GatewayPlan? Gateway { get; }
}
