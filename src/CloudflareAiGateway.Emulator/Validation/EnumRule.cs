using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>One of a few texts.</summary>
internal sealed class EnumRule(params string[] values) : Rule
{
    private readonly string _shown = "'" + string.Join("' | '", values) + "'";

    protected override string TypeName => _shown;

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        string text = value.GetString()!;
        if (Array.IndexOf(values, text) < 0)
        {
            context.Add(path, $"Invalid enum value. Expected {_shown}, received '{text}'");
        }

        return JsonValue.Create(text);
    }
}
