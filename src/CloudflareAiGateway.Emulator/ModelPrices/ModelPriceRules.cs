using System;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>What bodies must be. Source: <c>CustomProviderCostCreate</c> and <c>CustomProviderCostPatch</c> of the OpenAPI document.</summary>
internal static partial class ModelPriceRules
{
    /// <summary>How models are compared, in the order in which prices count.</summary>
    public static readonly string[] Kinds = ["equals", "starts-with", "contains"];

    /// <summary>The prices of single units.</summary>
    public static readonly string[] Units =
    [
        "input_audio_tokens", "input_cache_creation_tokens", "input_cached_tokens", "input_image_count", "input_image_tokens", "input_text_tokens",
        "input_tokens", "input_video_tokens", "output_image_count", "output_reasoning_tokens", "output_tokens", "total_tokens",
    ];

    private static readonly StringRule s_string = new();
    private static readonly BooleanRule s_boolean = new();
    private static readonly EnumRule s_kind = new(Kinds);
    private static readonly NumberRule s_price = new() { Whole = false };
    private static readonly StringRule s_uuid = new() { Pattern = UuidPattern() };
    private static readonly ObjectRule s_pricing = new(Array.ConvertAll(Units, static unit => MemberRule.Optional(unit, s_price)));

    /// <summary>The body of a create. Without enable a price does not count.</summary>
    public static readonly ObjectRule Create = new(
        MemberRule.Required("account_provider_id", s_uuid),
        MemberRule.Required("model", s_string),
        MemberRule.WithDefault("model_rule", s_kind, static () => "equals"),
        MemberRule.WithDefault("cost_type", s_string, static () => "tokens"),
        MemberRule.Optional("cost_in", s_price),
        MemberRule.Optional("cost_out", s_price),
        MemberRule.WithDefault("enable", s_boolean, static () => false),
        MemberRule.Optional("token_pricing", s_pricing))
    {
        ReadOnlyMembers = ["id", "weight", "changed_by", "created_at", "modified_at"],
    };

    /// <summary>The body of a change.</summary>
    public static readonly ObjectRule Patch = new(
        MemberRule.Optional("account_provider_id", s_uuid),
        MemberRule.Optional("model", s_string),
        MemberRule.Optional("model_rule", s_kind),
        MemberRule.Optional("cost_type", s_string),
        MemberRule.Optional("cost_in", s_price),
        MemberRule.Optional("cost_out", s_price),
        MemberRule.Optional("enable", s_boolean),
        MemberRule.Optional("token_pricing", s_pricing))
    {
        ReadOnlyMembers = ["id", "weight", "changed_by", "created_at", "modified_at"],
    };

    [GeneratedRegex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex UuidPattern();
}
