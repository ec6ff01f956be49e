using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A change of one rule, apart from the gateway on which it is worked out.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Settings">What is set; empty for a removal.</param>
/// <param name="EnableLimits">Whether the gateway is to apply its rules; null to leave that as it is.</param>
/// <param name="Before">The rule as it was when the change was decided; null for a new one.</param>
internal sealed record SpendRuleChange(
    SpendRuleChangeKind Kind, string RuleId, IReadOnlyDictionary<string, object?> Settings, bool? EnableLimits, JsonObject? Before);
