using System;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>A member of an object.</summary>
internal sealed class MemberRule
{
    private MemberRule(string name, Rule rule, bool isRequired, Func<JsonNode?>? makeDefault)
    {
        Name = name;
        Rule = rule;
        IsRequired = isRequired;
        MakeDefault = makeDefault;
    }

    public string Name { get; }

    public Rule Rule { get; }

    public bool IsRequired { get; }

    /// <summary>Makes the value of a member that was left out; null when the member then stays away.</summary>
    public Func<JsonNode?>? MakeDefault { get; }

    public static MemberRule Required(string name, Rule rule) => new(name, rule, isRequired: true, makeDefault: null);

    public static MemberRule Optional(string name, Rule rule) => new(name, rule, isRequired: false, makeDefault: null);

    public static MemberRule WithDefault(string name, Rule rule, Func<JsonNode?> makeDefault) => new(name, rule, isRequired: false, makeDefault);
}
