using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>A value that obeys one of several rules; when it obeys none, nothing is said about why.</summary>
internal sealed class UnionRule(params Rule[] alternatives) : Rule
{
    protected override string TypeName => "object";

    protected override JsonNode? ReadValue(JsonElement value, PathStep path, RuleContext context)
    {
        foreach (Rule alternative in alternatives)
        {
            var attempt = new RuleContext(context.KeepUnknown);
            JsonNode? result = alternative.Read(value, path, attempt);
            if (attempt.Problems.Count == 0)
            {
                return result;
            }
        }

        AddTypeProblem(value, path, context);
        return null;
    }

    protected override void AddTypeProblem(JsonElement value, PathStep path, RuleContext context) => context.Add(path, "Invalid input");
}
