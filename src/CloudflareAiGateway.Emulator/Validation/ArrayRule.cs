using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>A list of values that obey one rule.</summary>
internal sealed class ArrayRule(Rule item) : Rule
{
    public int MaximumCount { get; init; } = int.MaxValue;

    protected override string TypeName => "array";

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        var items = new JsonArray();
        foreach (JsonElement element in value.EnumerateArray())
        {
            items.Add(item.Read(element, path.Into(items.Count), context));
        }

        if (items.Count > MaximumCount)
        {
            context.Add(path, string.Create(CultureInfo.InvariantCulture, $"Array must contain at most {MaximumCount} element(s)"));
        }

        return items;
    }
}
