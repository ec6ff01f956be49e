using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the bodies of create and update must be. Source: <c>GatewayCreate</c> and <c>GatewayUpdate</c> of the OpenAPI document.</summary>
internal static partial class GatewayRules
{
    /// <summary>Members that a version of the API takes in updates only; without an error, a create there ignores them.</summary>
    public static readonly string[] UpdateOnlyMembers = ["dlp", "guardrails", "otel", "spend_limits", "store_id", "stripe"];

    private static readonly string[] s_hazards = ["P1", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13"];

    private static readonly BooleanRule s_boolean = new();
    private static readonly StringRule s_string = new();
    private static readonly ArrayRule s_strings = new(s_string);
    private static readonly EnumRule s_action = new("BLOCK", "FLAG");
    private static readonly NumberRule s_count = new() { Minimum = 0, AllowsNull = true };

    private static readonly UnionRule s_dlp = new(
        new ObjectRule(
            MemberRule.Required("enabled", s_boolean),
            MemberRule.Required("action", s_action),
            MemberRule.Required("profiles", s_strings)),
        new ObjectRule(
            MemberRule.Required("enabled", s_boolean),
            MemberRule.Required("policies", new ArrayRule(new ObjectRule(
                MemberRule.Required("id", s_string),
                MemberRule.Required("enabled", s_boolean),
                MemberRule.Required("action", s_action),
                MemberRule.Required("check", new ArrayRule(new EnumRule("REQUEST", "RESPONSE"))),
                MemberRule.Required("profiles", s_strings))))));

    private static readonly ObjectRule s_hazardActions = HazardActions();

    private static readonly ObjectRule s_guardrails = new(
        MemberRule.Required("prompt", s_hazardActions),
        MemberRule.Required("response", s_hazardActions))
    {
        AllowsNull = true,
    };

    private static readonly ArrayRule s_otel = new(new ObjectRule(
        MemberRule.Required("url", new StringRule { MaximumLength = 2048 }),
        MemberRule.Required("headers", new MapRule(s_string)),
        MemberRule.Optional("authorization", new StringRule { MaximumLength = 256 }),
        MemberRule.WithDefault("content_type", new EnumRule("json", "protobuf"), static () => "json")))
    {
        AllowsNull = true,
    };

    private static readonly ObjectRule s_filter = new(
        MemberRule.Required("mode", new EnumRule("filter")),
        MemberRule.Required("values", s_strings));

    private static readonly ObjectRule s_spendLimits = new(
        MemberRule.WithDefault("enabled", s_boolean, static () => false),
        MemberRule.WithDefault("rules", new ArrayRule(SpendLimitRule()) { MaximumCount = 20 }, static () => new JsonArray()))
    {
        AllowsNull = true,
    };

    private static readonly ObjectRule s_stripe = new(
        MemberRule.Required("authorization", s_string),
        MemberRule.Required("usage_events", new ArrayRule(new ObjectRule(MemberRule.Required("payload", s_string)))))
    {
        AllowsNull = true,
    };

    /// <summary>The body of an update. The defaults of log_management are one of the two that were seen.</summary>
    public static readonly ObjectRule Update = new(
        MemberRule.Required("cache_invalidate_on_update", s_boolean),
        MemberRule.Required("cache_ttl", new NumberRule { Minimum = 0, AllowsNull = true, NullIsZero = true }),
        MemberRule.Required("collect_logs", s_boolean),
        MemberRule.Required("rate_limiting_interval", s_count),
        MemberRule.Required("rate_limiting_limit", s_count),
        MemberRule.WithDefault("rate_limiting_technique", new EnumRule("fixed", "sliding") { AllowsNull = true }, static () => "fixed"),
        MemberRule.WithDefault("authentication", s_boolean, static () => false),
        MemberRule.Optional("byok_only", s_boolean),
        MemberRule.Optional("dlp", s_dlp),
        MemberRule.WithDefault("guardrails", s_guardrails, static () => null),
        MemberRule.Optional("log_classification", s_boolean),
        MemberRule.WithDefault("log_management", new NumberRule { Minimum = 10_000, Maximum = 10_000_000, AllowsNull = true }, static () => 10_000_000),
        MemberRule.WithDefault("log_management_strategy", new EnumRule("STOP_INSERTING", "DELETE_OLDEST") { AllowsNull = true }, static () => "DELETE_OLDEST"),
        MemberRule.WithDefault("logpush", s_boolean, static () => false),
        MemberRule.WithDefault("logpush_public_key", new StringRule { MinimumLength = 16, MaximumLength = 1024, AllowsNull = true }, static () => null),
        MemberRule.WithDefault("otel", s_otel, static () => null),
        MemberRule.WithDefault("retry_max_attempts", new NumberRule { Minimum = 1, Maximum = 5, AllowsNull = true }, static () => null),
        MemberRule.WithDefault("retry_delay", new NumberRule { Minimum = 0, Maximum = 60_000, AllowsNull = true }, static () => null),
        MemberRule.WithDefault("retry_backoff", new EnumRule("constant", "linear", "exponential") { AllowsNull = true }, static () => null),
        MemberRule.WithDefault("spend_limits", s_spendLimits, static () => null),
        MemberRule.WithDefault("store_id", new StringRule { AllowsNull = true }, static () => null),
        MemberRule.WithDefault("stripe", s_stripe, static () => null),
        MemberRule.WithDefault("workers_ai_billing_mode", new EnumRule("postpaid", "unified"), static () => "postpaid"),
        MemberRule.WithDefault("zdr", s_boolean, static () => false))
    {
        ReadOnlyMembers = ["id", "is_default", "created_at", "modified_at"],
    };

    /// <summary>What a create's body has besides: the name.</summary>
    public static readonly ObjectRule Identity = new(
        MemberRule.Required("id", new StringRule { MinimumLength = 1, MaximumLength = 64, Pattern = IdPattern() }));

    private static ObjectRule HazardActions()
    {
        var members = new MemberRule[s_hazards.Length];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = MemberRule.Optional(s_hazards[i], s_action);
        }

        return new ObjectRule(members);
    }

    private static ObjectRule SpendLimitRule() => new(
        MemberRule.WithDefault("id", new StringRule { MinimumLength = 1, Pattern = RuleIdPattern() }, static () => RandomNumberGenerator.GetHexString(8, lowercase: true)),
        MemberRule.WithDefault("enabled", s_boolean, static () => true),
        MemberRule.Required("limit", new NumberRule { Minimum = 0, Whole = false }),
        MemberRule.Required("limitType", new EnumRule("cost")),
        MemberRule.Required("window", new NumberRule { Minimum = 0 }),
        MemberRule.WithDefault("technique", new EnumRule("fixed", "sliding"), static () => "sliding"),
        MemberRule.Optional("model", s_filter),
        MemberRule.Optional("provider", s_filter),
        MemberRule.Optional("metadata", new MapRule(new UnionRule(
            new ObjectRule(MemberRule.Required("mode", new EnumRule("partition"))), s_filter))));

    // Written out rather than taken from GatewayName: the twin must not share a mistake with what it checks.
    [GeneratedRegex("^[a-z0-9_]+(?:-[a-z0-9_]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-zA-Z0-9_-]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleIdPattern();
}
