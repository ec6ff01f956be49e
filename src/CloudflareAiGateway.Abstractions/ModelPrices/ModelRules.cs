using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The ways in which prices find their models.</summary>
internal static class ModelRules
{
    /// <summary>All of them, in the order in which they count.</summary>
    public static readonly IReadOnlyList<ModelRule> InOrder = new[] { ModelRule.Equals, ModelRule.StartsWith, ModelRule.Contains };
}
