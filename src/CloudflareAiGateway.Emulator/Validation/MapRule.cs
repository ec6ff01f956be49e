using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>An object with free names and values that obey one rule.</summary>
internal sealed class MapRule(Rule item) : Rule
{
    protected override string TypeName => "object";

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        var map = new JsonObject();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            map[member.Name] = item.Read(member.Value, path.Into(member.Name), context);
        }

        return map;
    }
}
