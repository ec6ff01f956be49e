using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a value must be. Codes and texts are those of zod, which the service validates with.</summary>
internal abstract class Rule
{
    /// <summary>Whether null is a value.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>The text when a required value is missing.</summary>
    public virtual string MissingText => "Required";

    /// <summary>The type's name in texts.</summary>
    protected abstract string TypeName { get; }

    /// <summary>Checks a value and gives it back as it is stored: without unknown members, with defaults.</summary>
    /// <returns>The value; meaningless when the context has got a problem.</returns>
    public JsonNode? Read(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            return ReadValue(value, path, context);
        }

        if (!AllowsNull)
        {
            AddTypeProblem(value, path, context);
        }

        return NullValue;
    }

    /// <summary>What null is stored as.</summary>
    protected virtual JsonNode? NullValue => null;

    protected abstract JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context);

    protected virtual void AddTypeProblem(JsonElement value, PathStep path, RuleContext context) =>
        context.Add(path, $"Expected {TypeName}, received {NameOf(value)}");

    protected static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => "object",
    };
}
