using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>What the API demands and assumes of a gateway document (source: the field table of <c>aig-config-update-gateway</c>).</summary>
internal static class GatewayRules
{
    /// <summary>Members of an answer that are not settings, and are not put back.</summary>
    public static readonly FrozenSet<string> ReadOnly = FrozenSet.ToFrozenSet(
        ["id", "created_at", "modified_at", "is_default", "account_id", "account_tag", "internal_id"], StringComparer.Ordinal);

    /// <summary>Members that may be left out but not be null: leaving them out is how they are cleared.</summary>
    public static readonly FrozenSet<string> NeverNull = FrozenSet.ToFrozenSet(
        ["authentication", "byok_only", "dlp", "log_classification", "logpush", "workers_ai_billing_mode", "zdr"], StringComparer.Ordinal);

    /// <summary>Members that creation may drop without an error; putting the document sets them.</summary>
    public static readonly FrozenSet<string> MayBeDroppedOnCreate = FrozenSet.ToFrozenSet(
        ["dlp", "guardrails", "otel", "spend_limits", "store_id", "stripe"], StringComparer.Ordinal);

    /// <summary>How gateway documents are compared.</summary>
    public static readonly ComparisonRules Comparison = new()
    {
        Defaults = new Dictionary<string, JsonNode>(StringComparer.Ordinal)
        {
            ["cache_ttl"] = 0,
            ["rate_limiting_interval"] = 0,
            ["rate_limiting_limit"] = 0,
            ["spend_limits.enabled"] = false,
            ["spend_limits.rules"] = new JsonArray(),
            ["spend_limits.rules[].enabled"] = true,
            ["spend_limits.rules[].technique"] = "sliding",
            ["spend_limits.rules[].limitType"] = "cost",
            ["otel[].content_type"] = "json",
            ["otel[].headers"] = new JsonObject(),
        },
        Secrets = new HashSet<string>(StringComparer.Ordinal) { "stripe.authorization", "otel[].authorization", "otel[].headers.*" },
        Maps = new HashSet<string>(StringComparer.Ordinal) { "otel[].headers", "spend_limits.rules[].metadata" },
        GivenIds = new HashSet<string>(StringComparer.Ordinal) { "spend_limits.rules[].id" },
    };

    private static readonly KeyValuePair<string, Func<JsonNode>>[] s_required =
    [
        new("cache_invalidate_on_update", () => false),
        new("cache_ttl", () => 0),
        new("collect_logs", () => true),
        new("rate_limiting_interval", () => 0),
        new("rate_limiting_limit", () => 0),
    ];

    /// <summary>Adds those of the five members that every write must hold and that are missing.</summary>
    public static void AddRequired(JsonObject body)
    {
        foreach (KeyValuePair<string, Func<JsonNode>> required in s_required)
        {
            if (body[required.Key] is null)
            {
                body[required.Key] = required.Value();
            }
        }
    }
}
