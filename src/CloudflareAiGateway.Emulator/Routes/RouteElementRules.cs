using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the bodies about routes must be. Source: <c>RouteCreate</c>, <c>RouteRename</c>, <c>RouteElement</c> and others of the OpenAPI document.</summary>
internal static class RouteElementRules
{
    private static readonly StringRule s_text = new();
    private static readonly NumberRule s_number = new() { Whole = false };
    private static readonly ObjectRule s_edge = new(MemberRule.Required("elementId", s_text));
    private static readonly MapRule s_edges = new(s_edge);

    private static readonly ArrayRule s_elements = new(new ByType(new Dictionary<string, ObjectRule>(StringComparer.Ordinal)
    {
        ["start"] = Element(Outputs("next")),
        ["conditional"] = Element(Outputs("true", "false"), new ObjectRule(MemberRule.Optional("conditions", new AnyRule()))),
        ["percentage"] = Element(s_edges),
        ["rate"] = Element(
            Outputs("success", "fallback"),
            new ObjectRule(
                MemberRule.Required("key", s_text),
                MemberRule.Required("limit", s_number),
                MemberRule.Required("limitType", new EnumRule("count", "cost")),
                MemberRule.Required("window", s_number))),
        ["model"] = Element(
            Outputs("success", "fallback"),
            new ObjectRule(
                MemberRule.Required("provider", s_text),
                MemberRule.Required("model", s_text),
                MemberRule.Required("retries", s_number),
                MemberRule.Required("timeout", s_number))),
        ["end"] = Element(s_edges),
    }));

    /// <summary>The body of a create.</summary>
    public static readonly ObjectRule Create = new(
        MemberRule.Required("name", new StringRule { MinimumLength = 1 }),
        MemberRule.Required("elements", s_elements));

    /// <summary>The body of a rename.</summary>
    public static readonly ObjectRule Rename = new(MemberRule.Required("name", new StringRule { MinimumLength = 1 }));

    /// <summary>The body of a new version.</summary>
    public static readonly ObjectRule Version = new(MemberRule.Required("elements", s_elements));

    /// <summary>The body of a deployment.</summary>
    public static readonly ObjectRule Deployment = new(MemberRule.Required("version_id", s_text));

    private static ObjectRule Element(Rule outputs, ObjectRule? properties = null)
    {
        var members = new List<MemberRule> { MemberRule.Required("id", s_text), MemberRule.Required("type", s_text) };
        if (properties is not null)
        {
            members.Add(MemberRule.Required("properties", properties));
        }

        members.Add(MemberRule.Required("outputs", outputs));
        return new ObjectRule([.. members]);
    }

    /// <summary>The documentation calls the fallback optional, the schema does not; it is let through without.</summary>
    private static ObjectRule Outputs(params string[] names) =>
        new([.. Array.ConvertAll(names, name => name == "fallback" ? MemberRule.Optional(name, s_edge) : MemberRule.Required(name, s_edge))]);

    private sealed class AnyRule : Rule
    {
        protected override string TypeName => "object";

        protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context) => JsonNode.Parse(value.GetRawText());
    }

    private sealed class ByType(Dictionary<string, ObjectRule> types) : Rule
    {
        protected override string TypeName => "object";

        protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                AddTypeProblem(value, path, context);
                return null;
            }

            if (value.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && types.TryGetValue(type.GetString()!, out ObjectRule? rule))
            {
                return rule.Read(value, path, context);
            }

            context.Add(path.Into("type"), $"Invalid discriminator value. Expected '{string.Join("' | '", types.Keys)}'");
            return null;
        }
    }
}
