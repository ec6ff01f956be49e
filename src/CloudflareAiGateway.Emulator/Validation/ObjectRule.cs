using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>An object with known members. Unknown ones are dropped without an error, or kept when the context says so.</summary>
internal sealed class ObjectRule : Rule
{
    private readonly MemberRule[] _members;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ObjectRule(params MemberRule[] members)
    {
        _members = members;
        foreach (MemberRule member in members)
        {
            _known.Add(member.Name);
        }
    }

    /// <summary>Members that are never taken from a body, known or not.</summary>
    public IReadOnlyList<string> ReadOnlyMembers
    {
        init => _known.UnionWith(value);
    }

    protected override string TypeName => "object";

    public bool Knows(string name) => _known.Contains(name);

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        var result = new JsonObject();
        foreach (MemberRule member in _members)
        {
            if (value.TryGetProperty(member.Name, out JsonElement element))
            {
                result[member.Name] = member.Rule.Read(element, path.Into(member.Name), context);
            }
            else if (member.IsRequired)
            {
                context.Add(path.Into(member.Name), member.Rule.MissingText);
            }
            else if (member.MakeDefault is not null)
            {
                result[member.Name] = member.MakeDefault();
            }
        }

        if (context.KeepUnknown)
        {
            KeepUnknown(value, result);
        }

        return result;
    }

    private void KeepUnknown(JsonElement value, JsonObject result)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (!_known.Contains(member.Name))
            {
                result[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }
    }
}
