using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>True or false.</summary>
internal sealed class BooleanRule : Rule
{
    protected override string TypeName => "boolean";

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return JsonValue.Create(value.GetBoolean());
        }

        AddTypeProblem(value, path, context);
        return null;
    }
}
