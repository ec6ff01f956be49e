using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>A text with bounds and a pattern.</summary>
internal sealed class StringRule : Rule
{
    public int MinimumLength { get; init; }

    public int MaximumLength { get; init; } = int.MaxValue;

    public Regex? Pattern { get; init; }

    protected override string TypeName => "string";

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            AddTypeProblem(value, path, context);
            return null;
        }

        string text = value.GetString()!;
        if (text.Length < MinimumLength)
        {
            context.Add(path, string.Create(CultureInfo.InvariantCulture, $"String must contain at least {MinimumLength} character(s)"));
        }

        if (text.Length > MaximumLength)
        {
            context.Add(path, string.Create(CultureInfo.InvariantCulture, $"String must contain at most {MaximumLength} character(s)"));
        }

        if (Pattern?.IsMatch(text) == false)
        {
            context.Add(path, "Invalid");
        }

        return JsonValue.Create(text);
    }
}
